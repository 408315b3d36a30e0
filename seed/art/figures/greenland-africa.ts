import {path, type Point} from '../draw.ts'
import {equalAreaAbout, land, mercator, outlines} from '../projections.ts'
import {chart, rule, text} from './chart.ts'

const radius = 274

/** Each pair at one scale: the sphere's own, which Mercator keeps only at the equator. */
export function greenlandAfrica() {
  const {africa, greenland} = outlines()
  const shift = (longitude: number, latitude: number, projection: typeof mercator) => {
    const [cx, cy] = projection(longitude, latitude)
    return (lon: number, lat: number): Point => {
      const [px, py] = projection(lon, lat)
      return [px - cx, py - cy]
    }
  }
  const shapes = (x: number, equal: boolean) => ({
    africa: path(land(africa, equal ? equalAreaAbout(17, 2) : shift(17, 2, mercator), [x + 180, 500], radius)),
    greenland: path(
      land(greenland, equal ? equalAreaAbout(-42, 72) : shift(-42, 74.5, mercator), [x + 515, 480], radius),
    ),
  })
  const [left, right] = [shapes(30, false), shapes(750, true)]
  const caption = (x: number, name: string) =>
    text(x + 20, 96, name, {weight: 700, size: 52}) +
    text(x + 190, 770, 'Africa', {anchor: 'middle'}) +
    text(x + 520, 770, 'Greenland', {anchor: 'middle'})
  return chart('fig-greenland-africa.png', 900, {
    ochre: left.africa + right.africa,
    brick: left.greenland + right.greenland,
    night:
      caption(20, 'Mercator') +
      caption(740, 'Equal area') +
      rule(700, 50, 700, 790, 3, 'stroke-opacity=".4"') +
      text(700, 860, 'True areas: Africa 30.3, Greenland 2.17 million km²', {anchor: 'middle'}),
  })
}
