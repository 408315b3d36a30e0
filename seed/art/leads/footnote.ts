import {
  between,
  circle,
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
import {height, lead, wholeSheet, width} from './lead.ts'

const spine = 1000
const page = {left: 150, right: 1850, top: 110, bottom: 1160}

/** An open folio from above: a few lines of text over a rule, and under it two columns of notes. */
export function footnote(): Picture {
  const random = randomFrom(1697)
  const sheet = (grow: number) =>
    `M${spine} ${page.top + 26}C${spine - 130} ${page.top - 34} ${spine - 420} ${page.top + 6} ${page.left - grow} ${page.top}L${page.left - 16 - grow} ${page.bottom + grow}C${spine - 420} ${page.bottom + 6 + grow} ${spine - 130} ${page.bottom - 24 + grow} ${spine} ${page.bottom + 40 + grow}C${spine + 130} ${page.bottom - 24 + grow} ${spine + 420} ${page.bottom + 6 + grow} ${page.right + 16 + grow} ${page.bottom + grow}L${page.right + grow} ${page.top}C${spine + 420} ${page.top + 6} ${spine + 130} ${page.top - 34} ${spine} ${page.top + 26}Z`
  const book = path(sheet(0))
  const block = path(sheet(26))
  const pages = [-1, 1].map((side) => columns(random, side))
  const leaves = range(6)
    .map((i) => stroke(sheet(4 + i * 4), 1.6))
    .join('')
  const cloth = range(700).map(() => {
    const [x, y] = [random() * width, random() * height]
    return path(gouge([x, y], [x + between(random, -8, 8), y + between(random, 30, 90)], between(random, 0.8, 2)))
  })
  const ribbon = `M${spine + 10} ${page.top + 10}C${spine + 50} 420 ${spine - 26} 760 ${spine + 22} ${page.bottom + 10}L${spine + 40} ${height + 10}L${spine + 4} ${height + 10}L${spine - 8} ${page.bottom}C${spine - 60} 760 ${spine + 14} 420 ${spine - 20} ${page.top + 12}Z`
  const gutter = gradient(
    'g',
    ['0 0', '.46 .42', '.5 .92', '.54 .42', '1 0'],
    `gradientUnits="userSpaceOnUse" x1="${spine - 190}" x2="${spine + 190}" y1="0" y2="0"`,
  )
  return lead({
    name: 'footnote',
    seed: 1697,
    plates: [
      {ink: 'ochre', tone: group(`fill="${grey(0.2)}"`, book), shift: [3, -2]},
      {ink: 'brick', solid: wholeSheet + path(ribbon), cut: block},
      {ink: 'brick', solid: path(ribbon) + pages.map(({keys}) => keys).join('')},
      {ink: 'night', solid: group('', ...cloth), cut: block},
      {
        ink: 'night',
        solid:
          stroke(sheet(26), 6) + leaves + stroke(sheet(0), 3.4) + pages.map(({text, rule}) => text + rule).join(''),
        tone: gutter + group('fill="url(#g)"', book),
        screen: {kind: 'line', period: 8, angle: 90},
        cut: path(ribbon),
      },
      {
        ink: 'night',
        tone: gradient('v', ['.3 0', '1 .75'], 'x1="0" x2="1" y1="0" y2="1"') + group('fill="url(#v)"', wholeSheet),
        screen: {kind: 'line', period: 9, angle: 90},
        cut: block,
      },
    ],
  })
}

/** The text bends a little toward the spine, as a bound sheet does. */
function columns(random: () => number, side: number) {
  const bend = (x: number, y: number): Point => {
    const near = Math.max(0, 1 - Math.abs(x - spine) / 420)
    return [x, y + (y < 640 ? -18 : -8) * Math.sin(near * Math.PI * 0.5) * (1 - near * 0.6)]
  }
  const inner = spine + side * 96
  const outer = side < 0 ? page.left + 190 : page.right - 190
  const [left, right] = [Math.min(inner, outer), Math.max(inner, outer)]
  const line = (from: number, to: number, y: number, weight: number) => {
    let [x, words] = [from, '']
    while (x < to - 8) {
      const length = Math.min(between(random, weight * 1.6, weight * 7), to - x)
      words += stroke(
        polyline(range(5).map((i) => bend(x + (length * i) / 4, y))),
        weight,
        'style="stroke-linecap:butt"',
      )
      x += length + weight * between(random, 0.9, 1.3)
    }
    return words
  }
  const gap = 40
  const half = (right - left - gap) / 2
  const top = range(6)
    .map((i) => line(left + (i === 0 ? 76 : 0), i === 5 ? left + half * 1.1 : right, page.top + 130 + i * 34, 13))
    .join('')
  const head = line(left + half - 90, left + half + 130, page.top + 72, 17)
  const notes = [left, left + half + gap].map((x, column) =>
    range(column === 1 && side === 1 ? 35 : 38)
      .map((i) =>
        random() < 0.09
          ? line(x, x + half * between(random, 0.3, 0.8), page.top + 392 + i * 17, 6.4)
          : line(x, x + half, page.top + 392 + i * 17, 6.4),
      )
      .join(''),
  )
  const margin = side < 0 ? page.left + 52 : page.right - 158
  const sources = range(11)
    .map((n) => {
      const y = page.top + 400 + n * 58 + between(random, -14, 14)
      if (random() < 0.25) return ''
      return range(3)
        .map((i) => line(margin, margin + between(random, 60, 108), y + i * 12, 5))
        .join('')
    })
    .join('')
  const keys =
    range(5)
      .map((i) => circle(...bend(left + between(random, 80, right - left - 60), page.top + 118 + i * 34), 7))
      .join('') +
    range(7)
      .map((i) => circle(...bend(i % 2 ? left - 13 : left + half + gap - 15, page.top + 400 + ((i * 263) % 600)), 6))
      .join('')
  const drop = rect(left, page.top + 114, 58, 62, 'rx="3"')
  const rule = stroke(polyline(range(12).map((i) => bend(left + ((right - left) * i) / 11, page.top + 352))), 4)
  return {text: head + top + drop + notes.join('') + sources, rule, keys}
}
