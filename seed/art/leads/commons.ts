import {cow, type Cow} from '../cast.ts'
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
import {lead, width} from './lead.ts'

/** Summer pasture under a ridge: cows of several owners, three stone-and-timber huts, one grass. */
export function commons(): Picture {
  const random = randomFrom(1483)
  const far = peaks(random, [
    [-40, 470],
    [150, 330],
    [300, 410],
    [520, 170],
    [700, 350],
    [850, 270],
    [1120, 90],
    [1330, 330],
    [1480, 240],
    [1690, 140],
    [1880, 350],
    [2040, 280],
  ])
  const ridge = curve(
    [
      [-40, 560],
      [220, 500],
      [480, 560],
      [760, 470],
      [1040, 545],
      [1330, 450],
      [1620, 540],
      [2040, 430],
      [2040, 900],
      [-40, 900],
    ],
    true,
  )
  const slope = curve(
    [
      [-60, 760],
      [300, 690],
      [720, 720],
      [1150, 640],
      [1600, 690],
      [2060, 600],
      [2060, 1320],
      [-60, 1320],
    ],
    true,
  )
  const near = curve(
    [
      [-60, 1010],
      [420, 960],
      [900, 1020],
      [1500, 900],
      [2060, 930],
      [2060, 1340],
      [-60, 1340],
    ],
    true,
  )
  const herd: Cow[] = [
    {at: [470, 1115], scale: 2.1, facing: -1, grazing: false},
    {at: [1010, 1180], scale: 2.3, facing: 1, grazing: true},
    {at: [1560, 1080], scale: 1.75, facing: -1, grazing: true},
    {at: [1800, 850], scale: 0.95, facing: 1, grazing: false},
    {at: [820, 890], scale: 1.05, facing: 1, grazing: true},
    {at: [118, 806], scale: 0.7, facing: 1, grazing: true},
    {at: [1230, 830], scale: 0.8, facing: -1, grazing: true},
    {at: [1015, 790], scale: 0.6, facing: 1, grazing: true},
    {at: [640, 780], scale: 0.55, facing: -1, grazing: false},
    {at: [1690, 735], scale: 0.46, facing: -1, grazing: true},
  ]
  const cows = herd.map((each, i) => cow(random, each, `cow${i}`))
  const hides = cows.map(({hide}) => hide).join('')
  const huts = [hut(1330, 745, 1), hut(1500, 725, 0.72), hut(470, 775, 0.8)]
  const all = (part: 'walls' | 'roof' | 'lines' | 'base') => huts.map((h) => h[part]).join('')
  const grass = range(900)
    .map(() => {
      const y = 720 + random() ** 0.8 * 540
      const x = random() * width
      const size = (y - 600) / 26
      return path(
        gouge([x, y], [x + between(random, -size * 0.4, size * 0.5), y - size * between(random, 0.8, 2)], size * 0.12),
      )
    })
    .join('')
  const blooms = (from: number) =>
    range(130)
      .map((_, i) => {
        const y = 800 + random() * 450
        return i % 2 === from ? circle(random() * width, y, (y - 600) / 95) : ''
      })
      .join('')
  const [white, red] = [blooms(0), blooms(1)]
  const clouds = path(cloud(420, 150, 1)) + path(cloud(1480, 110, 0.75)) + path(cloud(880, 60, 0.6))
  const pines = range(70)
    .map(() => {
      const x = random() * width
      const base = 610 + Math.sin(x / 190) * 26 + between(random, -20, 40)
      return x > 1180 && x < 1640 ? '' : pine(x, base, between(random, 40, 84))
    })
    .join('')
  const sky = rect(0, 0, width, 700)
  const blue = gradient('b', ['0 .75', '.9 .12'])
  const shade = gradient('n', ['.1 0', '1 .55'])
  const keep = hides + all('walls') + all('base') + all('roof')
  return lead({
    name: 'commons',
    seed: 1483,
    plates: [
      {
        ink: 'ochre',
        tone:
          group(`fill="${grey(0.45)}"`, path(ridge)) +
          group(`fill="${grey(0.85)}"`, path(slope)) +
          group(`fill="${grey(1)}"`, path(near)),
        cut: hides + all('base') + white,
        shift: [3, -2],
      },
      {
        ink: 'sea',
        tone:
          blue +
          group('fill="url(#b)"', sky) +
          group('fill="#fff"', path(far.face), clouds) +
          group(`fill="${grey(0.75)}"`, path(ridge)) +
          group(`fill="${grey(0.5)}"`, path(slope)) +
          group(`fill="${grey(0.66)}"`, path(near)),
        cut: keep + white + red,
        shift: [-2, 2],
      },
      {ink: 'sea', solid: group('opacity=".8"', pines) + group('opacity=".6"', grass), cut: keep},
      {ink: 'sea', tone: group(`fill="${grey(0.45)}"`, path(far.shadow)), cut: path(ridge)},
      {ink: 'night', solid: far.lines, cut: path(ridge)},
      {ink: 'night', solid: cows.map(({outline}) => outline).join(''), cut: hides},
      {
        ink: 'brick',
        solid: cows.map(({patches}, i) => (i % 3 === 1 ? '' : patches)).join('') + all('walls'),
        shift: [2, 2],
      },
      {ink: 'brick', solid: red, cut: keep},
      {
        ink: 'night',
        solid:
          cows.map(({lines}) => lines).join('') +
          cows.map(({patches}, i) => (i % 3 === 1 ? patches : '')).join('') +
          all('lines') +
          all('roof') +
          group('', pines.replaceAll('/>', ' opacity=".35"/>')),
        tone:
          group('fill-opacity=".62"', path(far.shadow)) +
          shade +
          group('fill="#fff"', path(ridge)) +
          group('fill="url(#n)"', path(near)) +
          herd
            .map(({at, scale}) =>
              path(
                gouge([at[0] - 80 * scale, at[1] + 2], [at[0] + 110 * scale, at[1] + 4], 13 * scale),
                'fill-opacity=".7"',
              ),
            )
            .join('') +
          group('fill="#fff"', hides, all('walls')),
        screen: {kind: 'line', period: 8, angle: -58},
      },
      {ink: 'night', solid: group('opacity=".55"', grass), cut: keep},
    ],
  })
}

/** Each peak is two facets: a lit face on the left, a hatched one on the right. */
function peaks(random: () => number, line: readonly Point[]) {
  const face = polyline([...line, [2040, 760], [-40, 760]], true)
  let [shadow, lines] = ['', stroke(polyline(line), 4)]
  for (const [i, [x, y]] of line.entries()) {
    const [left, right] = [line[i - 1], line[i + 1]]
    if (!left || !right || y > left[1] || y > right[1]) continue
    const spine = range(6).map((k): Point => [
      x + k * between(random, 2, 12) + (k % 2 ? 22 : -22) * (k > 0 ? 1 : 0),
      y + k * 70,
    ])
    shadow += polyline([...spine, [(right[0] + x) / 2 + 40, right[1] + 190], right], true)
    lines += stroke(polyline(spine), 3) + couloirs(random, [x, y], left)
  }
  return {face, shadow, lines}
}

/** Gullies in the snow below the crest that runs from a peak down to the left. */
function couloirs(random: () => number, peak: Point, left: Point): string {
  return range(34)
    .map(() => {
      const t = between(random, 0.02, 0.92)
      const x = peak[0] + (left[0] - peak[0]) * t
      const y = peak[1] + (left[1] - peak[1]) * t + between(random, 26, 240)
      const length = between(random, 24, 96)
      return path(gouge([x, y], [x - length * 0.42, y + length], between(random, 1.2, 4), between(random, -5, 5)))
    })
    .join('')
}

function hut(x: number, y: number, s: number) {
  const place = (art: string) => group(`transform="translate(${x} ${y}) scale(${s})"`, art)
  const stones = range(3)
    .map((row) =>
      range(9)
        .map((i) =>
          rect(
            -100 + i * 23 + (row % 2) * 9,
            -52 + row * 17,
            18,
            13,
            'rx="4" fill="none" stroke="#000" stroke-width="2.6"',
          ),
        )
        .join(''),
    )
    .join('')
  const boards = range(12)
    .map((i) => stroke(`M${-92 + i * 17} -110V-56`, 2.4))
    .join('')
  return {
    base: place(rect(-104, -56, 212, 58)),
    walls: place(path('M-104 -56V-104L0 -168L108 -104V-56Z')),
    roof: place(path('M-128 -96L-4 -178L8 -178L132 -96L122 -84L2 -162L-118 -84Z')),
    lines: place(
      stroke('M-104 0V-104M108 0V-104M-104 -56H108', 4) +
        stones +
        boards +
        rect(-18, -94, 40, 94) +
        rect(50, -92, 26, 24),
    ),
  }
}

const pine = (x: number, y: number, h: number) =>
  path(
    `M${x} ${y - h}L${x + h * 0.16} ${y - h * 0.55}H${x + h * 0.09}L${x + h * 0.25} ${y - h * 0.1}H${x - h * 0.25}L${x - h * 0.09} ${y - h * 0.55}H${x - h * 0.16}Z`,
  )

const cloud = (x: number, y: number, s: number) =>
  curve(
    [
      [x - 210 * s, y + 26 * s],
      [x - 130 * s, y - 22 * s],
      [x - 60 * s, y - 26 * s],
      [x + 10 * s, y - 62 * s],
      [x + 90 * s, y - 26 * s],
      [x + 160 * s, y - 20 * s],
      [x + 230 * s, y + 26 * s],
    ],
    true,
  )
