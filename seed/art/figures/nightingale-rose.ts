import {path, type Point, rect} from '../draw.ts'
import {chart, text} from './chart.ts'

/** Month, army, deaths from disease, wounds, other causes: April 1854 to March 1855. */
const months: readonly (readonly [string, number, number, number, number])[] = [
  ['Apr', 8571, 1, 0, 5],
  ['May', 23333, 12, 0, 9],
  ['Jun', 28333, 11, 0, 6],
  ['Jul', 28722, 359, 0, 23],
  ['Aug', 30246, 828, 1, 30],
  ['Sep', 30290, 788, 81, 70],
  ['Oct', 30643, 503, 132, 128],
  ['Nov', 29736, 844, 287, 106],
  ['Dec', 32779, 1725, 114, 131],
  ['Jan', 32393, 2761, 83, 324],
  ['Feb', 30919, 2120, 42, 361],
  ['Mar', 30107, 1205, 32, 172],
]

const centre: Point = [800, 500]
/** Pixels for an annual rate of 1,000 deaths per 1,000 men; area, not radius, carries the rate. */
const unit = 640
const radiusOf = (deaths: number, army: number) => unit * Math.sqrt((deaths * 12) / army)
const angleOf = (month: number) => Math.PI + (month * Math.PI) / 6

export function nightingaleRose() {
  const wedge = (month: number, r: number) => {
    const [a, b] = [angleOf(month), angleOf(month + 1)]
    const at = (angle: number) => `${centre[0] + Math.cos(angle) * r} ${centre[1] + Math.sin(angle) * r}`
    return `M${centre.join(' ')}L${at(a)}A${r} ${r} 0 0 1 ${at(b)}Z`
  }
  const draw = (column: 2 | 3 | 4) => months.map((row, i) => path(wedge(i, radiusOf(row[column], row[1])))).join('')
  const [disease, wounds, other] = [draw(2), draw(3), draw(4)]
  const outlines = [disease, wounds, other].map((d) => d.replaceAll('/>', 'fill="none" stroke="#000" stroke-width="3"/>')).join('')
  const names = months.map(([name, army, sick], i) => {
    const angle = angleOf(i + 0.5)
    const r = Math.max(radiusOf(sick, army), 150) + 50
    return text(centre[0] + Math.cos(angle) * r, centre[1] + Math.sin(angle) * r + 15, name, {anchor: 'middle', size: 42})
  })
  const key = (['Disease', 'Wounds', 'Other'] as const).map((name, i) => ({name, box: rect(60, 1010 + i * 74, 48, 48)}))
  const year = text(96, 512, '1854 ▸', {anchor: 'start', weight: 700})
  return chart('fig-nightingale-rose.png', 1280, {
    sea: disease + (key[0]?.box ?? ''),
    brick: wounds + (key[1]?.box ?? ''),
    ochre: '',
    night:
      `<g fill-opacity=".72">${other}${key[2]?.box ?? ''}</g>` + outlines + names.join('') + year +
      key.map(({name}, i) => text(130, 1050 + i * 74, name)).join('') +
      text(60, 60, 'Deaths a year', {weight: 650}) + text(60, 114, 'per 1,000 men', {weight: 650}),
  })
}
