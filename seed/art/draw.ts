export type Point = readonly [number, number]

/** Mulberry32: the same seed always draws the same picture. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const between = (random: () => number, low: number, high: number) => low + (high - low) * random()

const n = (value: number) => Math.round(value * 10) / 10

export function polyline(points: readonly Point[], closed = false): string {
  return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}${closed ? 'Z' : ''}`
}

/** A soft curve through every point (Catmull–Rom). */
export function curve(points: readonly Point[], closed = false): string {
  const at = (i: number): Point => {
    const index = closed ? (i + points.length) % points.length : Math.min(Math.max(i, 0), points.length - 1)
    return points[index] ?? [0, 0]
  }
  const segments = closed ? points.length : points.length - 1
  let d = `M${n(at(0)[0])} ${n(at(0)[1])}`
  for (let i = 0; i < segments; i++) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    d += `C${n(b[0] + (c[0] - a[0]) / 6)} ${n(b[1] + (c[1] - a[1]) / 6)} ${n(c[0] - (e[0] - b[0]) / 6)} ${n(c[1] - (e[1] - b[1]) / 6)} ${n(c[0])} ${n(c[1])}`
  }
  return closed ? `${d}Z` : d
}

/** A gouge mark: a line that swells in the middle and ends in points. */
export function gouge(from: Point, to: Point, width: number, bend = 0): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(dx, dy) || 1
  const [nx, ny] = [-dy / length, dx / length]
  const [mx, my] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const side = (offset: number) => `${n(mx + nx * offset)} ${n(my + ny * offset)}`
  return `M${n(from[0])} ${n(from[1])}Q${side(bend + width)} ${n(to[0])} ${n(to[1])}Q${side(bend - width)} ${n(from[0])} ${n(from[1])}Z`
}

export function blob(random: () => number, centre: Point, radii: Point, rough: number, count = 14): Point[] {
  return Array.from({length: count}, (_, i): Point => {
    const angle = (i / count) * Math.PI * 2
    const swell = 1 + (random() - 0.5) * rough
    return [centre[0] + Math.cos(angle) * radii[0] * swell, centre[1] + Math.sin(angle) * radii[1] * swell]
  })
}

type Stop = `${number} ${number}`

/** Black that thins out along `axis`, downwards by default; a stop is `offset opacity`, both from 0 to 1. */
export function gradient(id: string, stops: readonly Stop[], axis = 'x1="0" y1="0" x2="0" y2="1"'): string {
  return `<linearGradient id="${id}" ${axis}>${stops.map(stop).join('')}</linearGradient>`
}

/** Black that thins out from a point. */
export function radial(id: string, [x, y]: Point, r: number, stops: readonly Stop[]): string {
  return `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${x}" cy="${y}" r="${r}">${stops.map(stop).join('')}</radialGradient>`
}

function stop(at: Stop): string {
  const [offset, opacity] = at.split(' ')
  return `<stop offset="${offset}" stop-opacity="${opacity}"/>`
}

export const path = (d: string, attributes = '') => `<path d="${d}" ${attributes}/>`
export const stroke = (d: string, width: number, attributes = '') =>
  `<path d="${d}" fill="none" stroke="#000" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${attributes}/>`
export const circle = (x: number, y: number, r: number, attributes = '') =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" ${attributes}/>`
export const rect = (x: number, y: number, w: number, h: number, attributes = '') =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" ${attributes}/>`
export const group = (attributes: string, ...children: string[]) => `<g ${attributes}>${children.join('')}</g>`
export const range = (count: number) => Array.from({length: count}, (_, i) => i)
/** The grey that prints `coverage` (0–1) of ink when screened. */
export const grey = (coverage: number) => {
  const level = Math.round(255 * (1 - coverage))
  return `rgb(${level},${level},${level})`
}
