import {path, type Point, rect} from '../draw.ts'
import {chart, text} from './chart.ts'

/** Month, army, deaths from disease, wounds, other causes: April 1854 to March 1855. */
const months: readonly (readonly [string, number, number, number, number])[] = [
  ['Apr 1854', 8571, 1, 0, 5],
  ['May', 23333, 12, 0, 9],
  ['Jun', 28333, 11, 0, 6],
  ['Jul', 28722, 359, 0, 23],
  ['Aug', 30246, 828, 1, 30],
  ['Sep', 30290, 788, 81, 70],
  ['Oct', 30643, 503, 132, 128],
  ['Nov', 29736, 844, 287, 106],
  ['Dec', 32779, 1725, 114, 131],
  ['Jan 1855: 1,023', 32393, 2761, 83, 324],
  ['Feb', 30919, 2120, 42, 361],
  ['Mar', 30107, 1205, 32, 172],
]

type Cause = 2 | 3 | 4
const causes: readonly Cause[] = [2, 3, 4]

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
  /** Within a wedge the larger rate lies below, so that each is seen from the centre outward. */
  const stacked = (ink: Cause | 'outline') =>
    months
      .map((row, i) =>
        causes
          .toSorted((a, b) => row[b] - row[a])
          .map((cause) =>
            path(
              wedge(i, radiusOf(row[cause], row[1])),
              ink === 'outline'
                ? 'fill="#fff" stroke="#000" stroke-width="3"'
                : `fill="${ink === cause ? '#000' : '#fff'}"`,
            ),
          )
          .join(''),
      )
      .join('')
  const names = months.map(([name, army, sick], i) => {
    const angle = angleOf(i + 0.5)
    const r = Math.max(radiusOf(sick, army), 130) + 44 + (name.length > 3 ? 34 : 0)
    return text(centre[0] + Math.cos(angle) * r, centre[1] + Math.sin(angle) * r + 15, name, {
      anchor: 'middle',
      size: 42,
    })
  })
  const keyBox = (i: number) => rect(60, 1010 + i * 74, 48, 48)
  return chart('fig-nightingale-rose.png', 1280, {
    sea: stacked(2) + keyBox(0),
    brick: stacked(3) + keyBox(1),
    ochre: stacked(4) + keyBox(2),
    night:
      stacked('outline') +
      names.join('') +
      ['Disease', 'Wounds', 'Other causes'].map((name, i) => text(130, 1050 + i * 74, name)).join('') +
      text(60, 70, 'Deaths a year', {weight: 650}) +
      text(60, 124, 'per 1,000 men', {weight: 650}),
  })
}
