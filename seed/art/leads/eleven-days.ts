import {
  between,
  circle,
  curve,
  gouge,
  gradient,
  grey,
  group,
  path,
  type Point,
  polyline,
  randomFrom,
  range,
  rect,
  stroke,
} from '../draw.ts'
import type {Picture} from '../picture.ts'
import {lead, wholeSheet} from './lead.ts'

const sheet = {left: 210, top: 90, right: 1350, bottom: 1170}
const column = (i: number) => sheet.left + 108 + i * 154
const row = (i: number) => 480 + i * 210

/** September 1752 in Britain: Wednesday 2 was followed by Thursday 14. */
const days: (number | null)[][] = [
  [null, null, 1, 2, 14, 15, 16],
  [17, 18, 19, 20, 21, 22, 23],
  [24, 25, 26, 27, 28, 29, 30],
]

export function elevenDays(): Picture {
  const random = randomFrom(1752)
  const leaf = `M${sheet.left} ${sheet.top}L${sheet.right} ${sheet.top - 6}L${sheet.right + 8} ${sheet.bottom - 90}C${sheet.right - 30} ${sheet.bottom - 40} ${sheet.right - 60} ${sheet.bottom - 20} ${sheet.right - 120} ${sheet.bottom + 4}L${sheet.left - 6} ${sheet.bottom}Z`
  const curl = `M${sheet.right + 8} ${sheet.bottom - 90}C${sheet.right - 40} ${sheet.bottom - 110} ${sheet.right - 100} ${sheet.bottom - 90} ${sheet.right - 120} ${sheet.bottom + 4}C${sheet.right - 60} ${sheet.bottom - 20} ${sheet.right - 30} ${sheet.bottom - 40} ${sheet.right + 8} ${sheet.bottom - 90}Z`
  const numbers = days
    .flatMap((week, w) => week.map((day, d) => (day === null ? '' : numeral(day, column(d), row(w)))))
    .join('')
  const gap = (column(3) + column(4)) / 2
  const tear = polyline(range(12).map((i): Point => [gap + (i % 2 ? 7 : -7) + between(random, -4, 4), 446 + i * 9]))
  const flown = range(11).map((i) => {
    const t = i / 10
    const at: Point = [gap + 20 + t * 1010, 400 - Math.sin(t * 2.6) * 210 + Math.sin(t * 8) * 70 + t * t * 330]
    return {day: i + 3, at, turn: between(random, -34, 34), size: 84 + t * 44}
  })
  const slips = (art: (slip: (typeof flown)[number]) => string) =>
    flown
      .map((slip) => group(`transform="translate(${slip.at[0]} ${slip.at[1]}) rotate(${slip.turn})"`, art(slip)))
      .join('')
  const card = slips(({size}) => rect(-size / 2, -size / 2, size, size * 1.06))
  const rays = range(72).map((i) => {
    const a = (i / 72) * Math.PI * 2
    return path(
      gouge(
        [780 + Math.cos(a) * 690, 640 + Math.sin(a) * 690],
        [780 + Math.cos(a) * between(random, 900, 1400), 640 + Math.sin(a) * between(random, 900, 1400)],
        between(random, 2, 7),
      ),
    )
  })
  const moons = [0, 1, 2, 3].map((i) => moon(column(i), 190, 36, i))
  const rules =
    [270, 330].map((y) => stroke(`M${sheet.left + 50} ${y}H${sheet.right - 50}`, y === 270 ? 7 : 3)).join('') +
    [590, 800].map((y) => stroke(`M${sheet.left + 50} ${y}H${sheet.right - 50}`, 2)).join('') +
    stroke(`M${sheet.left + 50} 1010H${sheet.right - 50}`, 7)
  const days7 = range(7)
    .map((i) => circle(column(i), 300, i === 0 ? 11 : 6))
    .join('')
  return lead({
    name: 'eleven-days',
    seed: 1752,
    hasText: true,
    plates: [
      {ink: 'sea', solid: wholeSheet, cut: path(leaf) + card + group('', ...rays), shift: [2, 2]},
      {
        ink: 'ochre',
        tone:
          group(`fill="${grey(0.3)}"`, ...rays) +
          group(`fill="${grey(0.28)}"`, path(leaf)) +
          group(`fill="${grey(0.6)}"`, card),
        shift: [3, -3],
      },
      {
        ink: 'brick',
        solid:
          group(
            'font-family="Title" font-weight="600" text-anchor="middle"',
            slips(
              ({day, size}) =>
                `${rect(-size / 2, -size / 2, size, size * 1.06, 'fill="#fff"')}<text font-size="${size * 0.62}" y="${size * 0.22}">${day}</text>`,
            ),
          ) + stroke(tear, 5, 'stroke-dasharray="2 9"'),
      },
      {
        ink: 'night',
        solid:
          group('font-family="Title" font-weight="550" font-size="100" text-anchor="middle"', numbers) +
          rules +
          days7 +
          stroke(leaf, 5) +
          moons.join('') +
          stroke(curl, 4) +
          vine(random),
        tone:
          gradient('c', ['.3 .15', '1 .9'], 'x1="0" x2="1" y1="0" y2="1"') +
          path(curl, 'fill="url(#c)"') +
          group(
            'fill-opacity=".7"',
            path(`M${sheet.right} ${sheet.top + 30}l26 10l6 ${sheet.bottom - 260}l-20 -60Z`) +
              path(`M${sheet.left + 30} ${sheet.bottom}l10 24H${sheet.right - 150}l30 -24Z`),
          ),
        screen: {kind: 'line', period: 8, angle: 45},
        cut: card,
      },
      {
        ink: 'night',
        solid: slips(({size}) =>
          rect(-size / 2, -size / 2, size, size * 1.06, 'fill="#fff" stroke="#000" stroke-width="3.4"'),
        ),
      },
    ],
  })
}

const numeral = (day: number, x: number, y: number) => `<text x="${x}" y="${y + 36}">${day}</text>`

function moon(x: number, y: number, r: number, phase: number) {
  const disc = circle(x, y, r)
  const half = (sweep: number) => path(`M${x} ${y - r}A${r} ${r} 0 0 ${sweep} ${x} ${y + r}Z`)
  const dark = [disc, half(0), '', half(1)][phase] ?? ''
  return dark + circle(x, y, r, 'fill="none" stroke="#000" stroke-width="4"')
}

function vine(random: () => number): string {
  const y = 1090
  const stem = curve(range(15).map((i): Point => [sheet.left + 150 + i * 55, y + (i % 2 ? 16 : -16)]))
  const leaves = range(14).map((i) => {
    const [x, up] = [sheet.left + 178 + i * 55, i % 2 ? 1 : -1]
    return path(gouge([x, y], [x + between(random, 22, 34), y + up * 40], 10, up * 5)) + circle(x - 14, y - up * 26, 5)
  })
  return stroke(stem, 4) + leaves.join('')
}
