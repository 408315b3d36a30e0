import {circle, polyline, range, stroke} from '../draw.ts'
import {chart, linear, rule, text} from './chart.ts'

const enlargement = (latitude: number) => 1 / Math.cos((latitude * Math.PI) / 180) ** 2

export function mercatorArea() {
  const x = linear([0, 80], [150, 1330])
  const y = linear([0, 35], [830, 84])
  const line = polyline(range(321).map((i) => [x(i / 4), y(enlargement(i / 4))]))
  const marks = [
    {at: 60, words: ['60°: Shetland,', 'Oslo: 4×'], dx: -24, dy: -104},
    {at: 72, words: ['72°: central', 'Greenland: 10.5×'], dx: -30, dy: -96},
  ]
  return chart('fig-mercator-area.png', 1000, {
    night:
      [0, 10, 20, 30].map((v) => text(128, y(v) + 15, String(v), {anchor: 'end'})).join('') +
      [0, 20, 40, 60, 80].map((v) => text(x(v), 892, `${v}°`, {anchor: 'middle'})).join('') +
      text(740, 966, 'Latitude', {anchor: 'middle', weight: 650}) +
      text(60, 74, 'Times too large', {weight: 650}) +
      rule(150, 830, 1330, 830, 4) +
      [10, 20, 30].map((v) => rule(150, y(v), 1330, y(v), 2, 'stroke-opacity=".25"')).join('') +
      marks
        .map(({at, words, dx, dy}) =>
          words.map((w, i) => text(x(at) + dx, y(enlargement(at)) + dy + i * 52, w, {anchor: 'end'})).join(''),
        )
        .join('') +
      marks.map(({at}) => circle(x(at), y(enlargement(at)), 15)).join('') +
      text(1290, y(enlargement(80)) + 12, '33', {anchor: 'end', weight: 650}),
    brick: stroke(line, 10),
    ochre: `<path d="${line}L1330 830L150 830Z" fill-opacity=".45"/>`,
  })
}
