import {
  between,
  blob,
  circle,
  curve,
  gouge,
  grey,
  group,
  path,
  type Point,
  polyline,
  randomFrom,
  range,
  stroke,
} from '../draw.ts'
import {blocks, centroid, inset} from '../plan.ts'
import type {Picture} from '../picture.ts'
import {lead, wholeSheet} from './lead.ts'

const river: Point[] = [
  [-60, 250],
  [260, 330],
  [520, 250],
  [800, 130],
  [1120, 150],
  [1400, 60],
  [1560, -60],
]
const motorway: Point[] = [
  [620, 1340],
  [760, 1050],
  [1010, 830],
  [1380, 700],
  [1700, 470],
  [2080, 400],
]
const park: Point = [520, 800]

/** A city plan in the colours of a thermal survey: each block takes its heat from park, river and motorway. */
export function cityHeat(): Picture {
  const random = randomFrom(76)
  const plan = blocks(
    random,
    [
      [-200, -260],
      [2240, -120],
      [2200, 1500],
      [-120, 1420],
    ],
    9000,
    (depth) => Math.max(11, 34 - depth * 3),
  )
  const grove = blob(random, park, [330, 235], 0.3, 16)
  const open = plan.filter((block) => distance(centroid(block), grove, park) > 0)
  const heats = open.map((block) => ({block, heat: heat(centroid(block)) + between(random, -0.09, 0.09)}))
  const film = (tone: (heat: number) => number) =>
    heats
      .map(({block, heat: h}) => path(polyline(block, true), `fill="${grey(Math.max(0, Math.min(1, tone(h))))}"`))
      .join('')
  const houses = open
    .flatMap((block) => blocks(random, inset(block, 7), 1900, () => 9))
    .filter((h) => h.length > 2 && random() > 0.14)
  const trees = plant(random, grove)
  const crowns = trees.map(({at, r}) => circle(at[0], at[1], r)).join('')
  const walks =
    stroke(
      curve([
        [215, 722],
        [330, 760],
        [520, 720],
        [700, 850],
        [838, 880],
      ]),
      9,
    ) +
    stroke(
      curve([
        [452, 590],
        [470, 700],
        [430, 900],
        [486, 1040],
      ]),
      9,
    )
  const pond = path(curve(blob(random, [640, 700], [90, 46], 0.3), true))
  const water = stroke(curve(river), 150)
  const road = curve(motorway)
  const edge = path(curve(grove, true))
  const verge = stroke(curve(grove, true), 22) + edge
  const keep = stroke(curve(river), 176) + stroke(road, 74) + verge
  return lead({
    name: 'city-heat',
    seed: 76,
    plates: [
      {
        ink: 'ochre',
        tone:
          group(`fill="${grey(0.25)}"`, wholeSheet) + film((h) => 0.25 + h * 0.9) + group(`fill="${grey(0.75)}"`, edge),
        cut: water + pond + walks,
        shift: [3, -2],
      },
      {
        ink: 'brick',
        solid: stroke(road, 58),
        tone: film((h) => (h - 0.3) * 1.35),
        screen: {kind: 'dot', period: 10, angle: 30},
        cut: stroke(curve(river), 176) + verge + stroke(road, 4, 'stroke-dasharray="34 26"'),
        shift: [-2, 2],
      },
      {
        ink: 'sea',
        solid: water + pond + crowns,
        tone: film((h) => 0.8 - h * 2.1) + group(`fill="${grey(0.42)}"`, edge),
        cut: stroke(road, 74) + ripples(random) + walks,
        shift: [2, 1],
      },
      {
        ink: 'night',
        solid: houses.map((h) => stroke(polyline(h, true), 1.8)).join(''),
        tone: houses.map((h, i) => (i % 3 === 0 ? path(polyline(h, true), `fill="${grey(0.5)}"`) : '')).join(''),
        screen: {kind: 'line', period: 7, angle: 45},
        cut: keep,
      },
      {
        ink: 'night',
        solid:
          trees.map(shadow).join('') +
          stroke(road, 3, 'transform="translate(0,-34)"') +
          stroke(road, 3, 'transform="translate(0,34)"'),
      },
    ],
  })
}

interface Tree {
  at: Point
  r: number
}

function plant(random: () => number, grove: readonly Point[]): Tree[] {
  return range(1500).reduce<Tree[]>((trees) => {
    const at: Point = [park[0] + between(random, -400, 400), park[1] + between(random, -290, 290)]
    const r = between(random, 9, 19)
    const onPond = Math.hypot((at[0] - 640) / 1.9, at[1] - 700) < 66
    const free = trees.every((tree) => Math.hypot(tree.at[0] - at[0], tree.at[1] - at[1]) > (tree.r + r) * 1.02)
    return free && !onPond && inside(at, grove, park) < 0.86 ? [...trees, {at, r}] : trees
  }, [])
}

function shadow({at: [x, y], r}: Tree): string {
  const [a, b] = [
    [x + r * 0.8, y - r * 0.6],
    [x - r * 0.6, y + r * 0.8],
  ]
  return path(`M${a.join(' ')}A${r} ${r} 0 0 1 ${b.join(' ')}A${r * 1.25} ${r * 1.25} 0 0 0 ${a.join(' ')}Z`)
}

function heat(p: Point): number {
  const near = (line: readonly Point[], reach: number) => Math.exp(-((toLine(p, line) / reach) ** 1.4))
  const shade = Math.exp(-((Math.hypot(p[0] - park[0], (p[1] - park[1]) * 1.25) / 430) ** 3))
  const centre = Math.exp(-((Math.hypot(p[0] - 1350, p[1] - 560) / 640) ** 2))
  return Math.max(
    0,
    Math.min(1, 0.32 + 0.42 * centre + 0.5 * near(motorway, 190) - 0.62 * near(river, 190) - 0.6 * shade),
  )
}

function toLine(p: Point, line: readonly Point[]): number {
  return Math.min(
    ...line.slice(1).map((b, i) => {
      const a = line[i] ?? b
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
      const t = Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)))
      return Math.hypot(p[0] - a[0] - dx * t, p[1] - a[1] - dy * t)
    }),
  )
}

/** 1 on the outline of a star-shaped polygon, less within. */
function inside(p: Point, outline: readonly Point[], centre: Point): number {
  const angle = Math.atan2(p[1] - centre[1], p[0] - centre[0])
  const gap = (q: Point) =>
    Math.abs(
      Math.atan2(
        Math.sin(Math.atan2(q[1] - centre[1], q[0] - centre[0]) - angle),
        Math.cos(Math.atan2(q[1] - centre[1], q[0] - centre[0]) - angle),
      ),
    )
  const closest = outline.toSorted((a, b) => gap(a) - gap(b)).slice(0, 2)
  const reach = closest.reduce((sum, q) => sum + Math.hypot(q[0] - centre[0], q[1] - centre[1]) / 2, 0)
  return Math.hypot(p[0] - centre[0], p[1] - centre[1]) / reach
}

const distance = (p: Point, outline: readonly Point[], centre: Point) => inside(p, outline, centre) - 1.02

function ripples(random: () => number): string {
  return range(90)
    .map(() => {
      const i = Math.floor(random() * (river.length - 1))
      const [a, b] = [river[i] ?? [0, 0], river[i + 1] ?? [0, 0]]
      const t = random()
      const [x, y] = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + between(random, -62, 62)]
      return path(gouge([x, y], [x + between(random, 30, 90), y + ((b[1] - a[1]) / (b[0] - a[0])) * 60], 2.2))
    })
    .join('')
}
