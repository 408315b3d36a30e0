import {between, type Point} from './draw.ts'

/** Convex street blocks from halving a polygon again and again across its longer way, never quite straight. */
export function blocks(
  random: () => number,
  area: readonly Point[],
  largest: number,
  street: (depth: number) => number,
  depth = 0,
): Point[][] {
  if (Math.abs(signedArea(area)) < largest * between(random, 0.6, 1.5)) return [[...area]]
  const [c, direction] = [centroid(area), longAxis(area)]
  const lean = between(random, -0.22, 0.22)
  const normal: Point = [direction[0] - direction[1] * lean, direction[1] + direction[0] * lean]
  const length = Math.hypot(normal[0], normal[1])
  const [nx, ny] = [normal[0] / length, normal[1] / length]
  const middle = c[0] * nx + c[1] * ny + between(random, -0.12, 0.12) * Math.sqrt(Math.abs(signedArea(area)))
  const gap = street(depth) / 2
  const halves = [clipConvex(area, [nx, ny], middle + gap), clipConvex(area, [-nx, -ny], gap - middle)]
  return halves.filter((half) => half.length > 2).flatMap((half) => blocks(random, half, largest, street, depth + 1))
}

/** Keeps the part where p · normal ≥ distance. */
function clipConvex(area: readonly Point[], [nx, ny]: Point, distance: number): Point[] {
  return area.flatMap((from, i) => {
    const to = area[(i + 1) % area.length] ?? from
    const [a, b] = [from[0] * nx + from[1] * ny - distance, to[0] * nx + to[1] * ny - distance]
    const t = a / (a - b || 1)
    const cross: Point = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]
    if (a >= 0) return b >= 0 ? [from] : [from, cross]
    return b >= 0 ? [cross] : []
  })
}

export function inset(area: readonly Point[], by: number): Point[] {
  const sign = Math.sign(signedArea(area)) || 1
  return edges(area).reduce<Point[]>(
    (rest, {from, inward}) => {
      const normal: Point = [inward[0] * sign, inward[1] * sign]
      return clipConvex(rest, normal, from[0] * normal[0] + from[1] * normal[1] + by)
    },
    [...area],
  )
}

export function edges(area: readonly Point[]) {
  return area.map((from, i) => {
    const to = area[(i + 1) % area.length] ?? from
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1
    const along: Point = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
    const inward: Point = [-along[1], along[0]]
    return {from, to, length, along, inward}
  })
}

export function signedArea(area: readonly Point[]): number {
  return area.reduce((sum, [x, y], i) => {
    const [x2, y2] = area[(i + 1) % area.length] ?? [x, y]
    return sum + (x * y2 - x2 * y) / 2
  }, 0)
}

export function centroid(area: readonly Point[]): Point {
  const sum = area.reduce<Point>(([sx, sy], [x, y]) => [sx + x, sy + y], [0, 0])
  return [sum[0] / area.length, sum[1] / area.length]
}

function longAxis(area: readonly Point[]): Point {
  const [cx, cy] = centroid(area)
  let [xx, xy, yy] = [0, 0, 0]
  for (const [x, y] of area) {
    xx += (x - cx) ** 2
    xy += (x - cx) * (y - cy)
    yy += (y - cy) ** 2
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy)
  return [Math.cos(angle), Math.sin(angle)]
}
