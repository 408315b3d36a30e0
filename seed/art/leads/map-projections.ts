import {gradient, grey, group, path, type Point, polyline, range, stroke} from '../draw.ts'
import type {Picture} from '../picture.ts'
import {lead, wholeSheet, width} from './lead.ts'
import {coastlines, land, mercator, place} from '../projections.ts'

const radius = (width + 60) / (2 * Math.PI)
const centre: Point = [width / 2, 742]
const latitudes = [-60, -30, 0, 30, 60, 75]

/** Tissot's indicatrices on Mercator: circles of one size on the globe, drawn about sec φ times as wide at latitude φ. */
export function mapProjections(): Picture {
  const at = (lon: number, lat: number) => place(mercator(lon, lat), centre, radius)
  const circles = latitudes.flatMap((lat) =>
    range(12).map((i) => {
      return path(
        polyline(
          smallCircle(i * 30 - 165, lat).map(([lon, phi]) => at(lon, phi)),
          true,
        ),
      )
    }),
  )
  const continents = path(land(coastlines(), mercator, centre, radius))
  const graticule =
    range(25)
      .map((i) => polyline([at(i * 15 - 180, -84), at(i * 15 - 180, 84)]))
      .join('') +
    range(11)
      .map((i) => polyline([at(-185, i * 15 - 75), at(185, i * 15 - 75)]))
      .join('')
  return lead({
    name: 'map-projections',
    seed: 11,
    plates: [
      {ink: 'ochre', tone: group(`fill="${grey(0.62)}"`, continents), shift: [4, -3]},
      {ink: 'brick', tone: group(`fill="${grey(0.9)}"`, ...circles), shift: [-3, 2]},
      {ink: 'sea', tone: group(`fill="${grey(0.16)}"`, wholeSheet), cut: continents + circles.join('')},
      {
        ink: 'night',
        solid: wholeSheet,
        cut: continents + circles.join('') + group('opacity=".55"', stroke(graticule, 2)),
      },
      {
        ink: 'night',
        solid: group(`opacity=".55"`, stroke(graticule, 1.4)),
        tone: gradient('p', ['0 .42', '.3 0', '.78 0', '1 .34']) + group('fill="url(#p)"', wholeSheet),
        screen: {kind: 'line', period: 9, angle: 0},
      },
    ],
  })
}

/** Every point 3.5° from a centre on the sphere, as [longitude, latitude]. */
function smallCircle(longitude: number, latitude: number): Point[] {
  const [turn, r, p] = [Math.PI / 180, (3.5 * Math.PI) / 180, (latitude * Math.PI) / 180]
  return range(72).map((i): Point => {
    const bearing = i * 5 * turn
    const phi = Math.asin(Math.sin(p) * Math.cos(r) + Math.cos(p) * Math.sin(r) * Math.cos(bearing))
    const lambda = Math.atan2(Math.sin(bearing) * Math.sin(r) * Math.cos(p), Math.cos(r) - Math.sin(p) * Math.sin(phi))
    return [longitude + lambda / turn, phi / turn]
  })
}
