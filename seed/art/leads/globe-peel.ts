import {circle, gouge, grey, group, path, type Point, polyline, randomFrom, range, rect, stroke} from '../draw.ts'
import type {Picture} from '../picture.ts'
import {betweenMeridians, coastlines, land, orthographic, place, sinusoidal} from '../projections.ts'

const [width, height] = [2000, 1250]
const globe: Point = [430, 640]
const globeRadius = 350
const goreRadius = 356
const goreDegrees = 24
const goreWidth = (goreRadius * goreDegrees * Math.PI) / 180
const rings = coastlines()

/** The globe and its peel: an orthographic view, and gores of the same sphere laid flat (interrupted sinusoidal). */
export function globePeel(): Picture {
  const random = randomFrom(11)
  const gores = range(9).map((i) => gore(i))
  const view = orthographic(15, 12)
  const disc = circle(globe[0], globe[1], globeRadius)
  const continents = path(land(rings, view, globe, globeRadius))
  const meridians = range(12)
    .map((i) => polyline(range(91).map((s) => place(view(i * 15 - 75, s * 2 - 90), globe, globeRadius))))
    .concat(
      range(11).map((i) => polyline(range(91).map((s) => place(view(s * 2 - 75, i * 15 - 75), globe, globeRadius)))),
    )
    .join('')
  const shapes = disc + gores.map((g) => path(g.outline)).join('')
  const lands = continents + gores.map((g) => path(g.land)).join('')
  const table = range(260)
    .map(() => {
      const [x, y] = [random() * width, random() * height]
      const length = 40 + random() * 120
      return path(gouge([x, y], [x + length, y - length * 0.06], 1 + random() * 2))
    })
    .join('')
  return {
    file: 'globe-peel.jpg',
    width,
    height,
    seed: 11,
    plates: [
      {ink: 'ochre', solid: rect(0, 0, 0, 0), tone: group(`fill="${grey(0.72)}"`, shapes), shift: [3, -2]},
      {
        ink: 'brick',
        solid: lands,
        tone: `<defs><radialGradient id="s" gradientUnits="userSpaceOnUse" cx="${globe[0] - 120}" cy="${globe[1] - 150}" r="${globeRadius * 1.5}"><stop offset=".35" stop-color="${grey(0)}"/><stop offset="1" stop-color="${grey(0.75)}"/></radialGradient></defs>${group('fill="url(#s)"', disc)}`,
        screen: {kind: 'dot', period: 11, angle: 30},
      },
      {
        ink: 'night',
        solid:
          group('', rect(0, 0, width, height)) +
          group('fill="#fff"', table) +
          group('fill="#fff" stroke="#fff" stroke-width="7"', shapes) +
          stroke(meridians, 1.6) +
          gores.map((g) => stroke(g.graticule, 1.6)).join(''),
        tone: rect(0, 0, 0, 0),
      },
    ],
  }
}

function gore(index: number) {
  const west = -165 + 45 + index * goreDegrees
  const middle = west + goreDegrees / 2
  const centre: Point = [905 + index * (goreWidth + 5), 640]
  const at = (lon: number, lat: number) => place(sinusoidal(lon - middle, lat), centre, goreRadius)
  const side = (lon: number, sign: number) => range(61).map((i) => at(lon, sign * (i * 3 - 90)))
  return {
    outline: polyline([...side(west, 1), ...side(west + goreDegrees, -1)], true),
    land: land(
      rings.map((ring) => betweenMeridians(ring, west, west + goreDegrees)),
      (lon, lat) => sinusoidal(lon - middle, lat),
      centre,
      goreRadius,
    ),
    graticule: range(11)
      .map((i) => polyline([at(west, i * 15 - 75), at(west + goreDegrees, i * 15 - 75)]))
      .concat(polyline(side(middle, 1)))
      .join(''),
  }
}
