import {between, circle, grey, group, path, type Point, polyline, radial, randomFrom, range, stroke} from '../draw.ts'
import {blocks, centroid, edges, inset, signedArea} from '../plan.ts'
import type {Picture} from '../picture.ts'
import {lead, wholeSheet} from './lead.ts'

const reach = 330

/** A street plan with one bar for every death, stacked inward from the frontage, thick about the pump. */
export function countingTheDead(): Picture {
  const random = randomFrom(1854)
  const area: Point[] = [
    [-250, -60],
    [1900, -330],
    [2300, 1330],
    [-60, 1560],
  ]
  const plan = blocks(random, area, 30000, (depth) => Math.max(17, 44 - depth * 4))
  const pump = crossing(plan, [1110, 640])
  const bars = plan.flatMap((block) => frontages(random, block, pump)).join('')
  const shapes = plan.map((block) => path(polyline(block, true))).join('')
  const yards = plan.map((block) => path(polyline(inset(block, 46), true))).join('')
  const square = circle(pump[0], pump[1], 68)
  const glow = radial('g', pump, 640, ['0 .8', '.45 .42', '1 0'])
  return lead({
    name: 'counting-the-dead',
    seed: 1854,
    plates: [
      {
        ink: 'ochre',
        tone: group(`fill="${grey(0.4)}"`, shapes) + group('fill="#fff" fill-opacity=".55"', yards),
        cut: square,
        shift: [3, 2],
      },
      {ink: 'sea', tone: group(`fill="${grey(0.28)}"`, wholeSheet), cut: shapes + square},
      {
        ink: 'brick',
        tone: glow + group('fill="url(#g)"', shapes),
        screen: {kind: 'dot', period: 12, angle: 24},
        cut: square,
        shift: [-2, 2],
      },
      {ink: 'brick', solid: circle(pump[0], pump[1], 36)},
      {
        ink: 'night',
        solid: bars + stroke(plan.map((block) => polyline(block, true)).join(''), 3.4) + stroke(ring(pump, 66), 5),
        tone: group(`fill="${grey(0.22)}"`, yards),
        screen: {kind: 'line', period: 8, angle: 38},
        cut: circle(pump[0], pump[1], 63),
      },
      {ink: 'night', solid: circle(pump[0], pump[1], 15) + stroke(ring(pump, 42), 4)},
    ],
  })
}

function frontages(random: () => number, block: readonly Point[], pump: Point): string[] {
  const sign = Math.sign(signedArea(block)) || 1
  const deep = depthIn(block, centroid(block))
  return edges(block).flatMap(({from, length, along, inward}) => {
    const houses = Math.floor((length - 24) / 25)
    return range(Math.max(0, houses)).map((house) => {
      const start = 14 + house * 25
      const [x, y] = [from[0] + along[0] * start, from[1] + along[1] * start]
      const distance = Math.hypot(x - pump[0], y - pump[1])
      const mean = 10 * Math.exp(-((distance / reach) ** 1.5)) + 0.12
      const dead = Math.min(Math.floor((deep - 10) / 9), Math.floor(mean * between(random, 0, 1.9) + random() * 0.85))
      const [ix, iy] = [inward[0] * sign, inward[1] * sign]
      return range(Math.max(0, dead))
        .map((i) => {
          const off = 9 + i * 9
          const a: Point = [x + ix * off, y + iy * off]
          const bar: Point = [a[0] + along[0] * 8.5, a[1] + along[1] * 8.5]
          if (Math.hypot(bar[0] - pump[0], bar[1] - pump[1]) < 84 || depthIn(block, bar) < off - 1) return ''
          return stroke(polyline([a, [a[0] + along[0] * 17, a[1] + along[1] * 17]]), 5.6, 'style="stroke-linecap:butt"')
        })
        .join('')
    })
  })
}

/** Distance to the nearest frontage. */
const depthIn = (block: readonly Point[], [x, y]: Point) =>
  Math.min(...edges(block).map(({from, inward}) => Math.abs((x - from[0]) * inward[0] + (y - from[1]) * inward[1])))

/** The middle of the streets where block corners meet nearest to a wished-for place. */
function crossing(plan: readonly (readonly Point[])[], wish: Point): Point {
  const corners = plan
    .flat()
    .toSorted((a, b) => Math.hypot(a[0] - wish[0], a[1] - wish[1]) - Math.hypot(b[0] - wish[0], b[1] - wish[1]))
  const first = corners[0] ?? wish
  return centroid(corners.filter((c) => Math.hypot(c[0] - first[0], c[1] - first[1]) < 60))
}

const ring = ([x, y]: Point, r: number) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
