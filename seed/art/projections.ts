import {readFileSync} from 'node:fs'

import {type Point, polyline} from './draw.ts'

/** Longitude and latitude in degrees to a plane whose unit is the globe's radius; y grows northward. */
type Projection = (longitude: number, latitude: number) => Point

const rad = Math.PI / 180

export const mercator: Projection = (longitude, latitude) => {
  const limited = Math.max(-84, Math.min(84, latitude))
  return [longitude * rad, Math.log(Math.tan(Math.PI / 4 + (limited * rad) / 2))]
}

/** Coastlines of Natural Earth (public domain, 1:110 million) as rings of [longitude, latitude]. */
export function coastlines(): Point[][] {
  const rings: number[][] = JSON.parse(readFileSync(new URL('./coastlines.json', import.meta.url), 'utf8'))
  return rings.flatMap((flat) => cutAtAntimeridian(densify(unwrap(pairs(flat)))))
}

/** Africa (with Madagascar) and Greenland alone, from Natural Earth's countries. */
export function outlines(): {africa: Point[][]; greenland: Point[][]} {
  const rings: {africa: number[][]; greenland: number[][]} = JSON.parse(
    readFileSync(new URL('./outlines.json', import.meta.url), 'utf8'),
  )
  return {africa: rings.africa.map((r) => densify(pairs(r))), greenland: rings.greenland.map((r) => densify(pairs(r)))}
}

/** Lambert's azimuthal equal-area projection about a centre. */
export function equalAreaAbout(longitude: number, latitude: number): Projection {
  const [l0, p0] = [longitude * rad, latitude * rad]
  return (lon, lat) => {
    const [l, p] = [lon * rad - l0, lat * rad]
    const k = Math.sqrt(2 / (1 + Math.sin(p0) * Math.sin(p) + Math.cos(p0) * Math.cos(p) * Math.cos(l)))
    return [k * Math.cos(p) * Math.sin(l), k * (Math.cos(p0) * Math.sin(p) - Math.sin(p0) * Math.cos(p) * Math.cos(l))]
  }
}

/** Makes a ring that crosses 180° continuous; Antarctica already runs along its own bottom edge. */
function unwrap(ring: readonly Point[]): Point[] {
  if (ring.some(([, latitude]) => latitude < -85)) return [...ring]
  let turns = 0
  return ring.map(([longitude, latitude], i) => {
    const step = longitude - (ring[i - 1]?.[0] ?? longitude)
    if (Math.abs(step) > 180) turns -= Math.sign(step)
    return [longitude + turns * 360, latitude]
  })
}

function cutAtAntimeridian(ring: readonly Point[]): Point[][] {
  return [-360, 0, 360]
    .map((shift) =>
      betweenMeridians(
        ring.map(([lon, lat]): Point => [lon + shift, lat]),
        -180,
        180,
      ),
    )
    .filter((part) => part.length > 2)
}

function pairs(flat: readonly number[]): Point[] {
  const points: Point[] = []
  for (let i = 0; i + 1 < flat.length; i += 2) points.push([flat[i] ?? 0, flat[i + 1] ?? 0])
  return points
}

function densify(ring: readonly Point[]): Point[] {
  return ring.flatMap((from, i) => {
    const to = ring[(i + 1) % ring.length] ?? from
    const steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 2))
    return Array.from({length: steps}, (_, s): Point => [
      from[0] + ((to[0] - from[0]) * s) / steps,
      from[1] + ((to[1] - from[1]) * s) / steps,
    ])
  })
}

/** The part of a ring between two meridians (Sutherland–Hodgman). */
function betweenMeridians(ring: readonly Point[], west: number, east: number): Point[] {
  return densify(
    clip(
      clip(ring, (lon) => lon - west),
      (lon) => east - lon,
    ),
  )
}

function clip(ring: readonly Point[], inside: (longitude: number) => number): Point[] {
  return ring.flatMap((from, i) => {
    const to = ring[(i + 1) % ring.length] ?? from
    const [a, b] = [inside(from[0]), inside(to[0])]
    const cross: Point = [
      from[0] + ((to[0] - from[0]) * a) / (a - b || 1),
      from[1] + ((to[1] - from[1]) * a) / (a - b || 1),
    ]
    if (a >= 0) return b >= 0 ? [from] : [from, cross]
    return b >= 0 ? [cross] : []
  })
}

/** Every ring drawn through a projection, centred on `centre`, `radius` pixels to the globe's radius. */
export function land(
  rings: readonly (readonly Point[])[],
  projection: Projection,
  centre: Point,
  radius: number,
): string {
  return rings
    .filter((ring) => ring.length > 2)
    .map((ring) =>
      polyline(
        ring.map((p) => place(projection(p[0], p[1]), centre, radius)),
        true,
      ),
    )
    .join('')
}

export const place = ([x, y]: Point, centre: Point, radius: number): Point => [
  centre[0] + x * radius,
  centre[1] - y * radius,
]
