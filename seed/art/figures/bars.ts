import {circle, range, rect} from '../draw.ts'
import {chart, linear, rule, text} from './chart.ts'

export function farrElevation() {
  const rows: readonly (readonly [string, number])[] = [
    ['100–120 ft', 17],
    ['80–100 ft', 22],
    ['60–80 ft', 27],
    ['40–60 ft', 34],
    ['20–40 ft', 65],
    ['Under 20 ft', 102],
  ]
  const x = linear([0, 110], [330, 1330])
  const bar = (i: number, value: number) => rect(330, 130 + i * 112, x(value) - 330, 82)
  const water = range(9)
    .map((i) => `<path d="M${60 + i * 145} 830q36 -26 72 0t72 0" fill="none" stroke="#000" stroke-width="8"/>`)
    .join('')
  return chart('fig-farr-elevation.png', 880, {
    brick: rows.map(([, value], i) => `<g fill-opacity="${0.35 + (0.65 * value) / 102}">${bar(i, value)}</g>`).join(''),
    sea: water,
    night:
      text(60, 80, 'Height above the Thames', {weight: 650}) +
      text(1340, 80, 'Deaths per 10,000', {weight: 650, anchor: 'end'}) +
      rows
        .map(
          ([label, value], i) =>
            text(306, 188 + i * 112, label, {anchor: 'end'}) +
            text(x(value) + 18, 188 + i * 112, String(value), {weight: 700}),
        )
        .join('') +
      rule(330, 116, 330, 790, 4),
  })
}

export function tallinnDemand() {
  const x = linear([0, 3], [60, 1340])
  return chart('fig-tallinn-demand.png', 550, {
    brick: rect(x(0), 170, x(1.2) - x(0) - 4, 150),
    sea: rect(x(1.2) + 4, 170, x(3) - x(1.2) - 4, 150),
    night:
      text(60, 80, 'Rise in demand: +3.0 %', {weight: 700, size: 52}) +
      `<path d="M60 140V118H1340V140" fill="none" stroke="#000" stroke-width="4"/>` +
      text(60, 392, '1.2 points', {weight: 700}) +
      text(60, 448, 'free fares', {}) +
      text(x(1.2) + 8, 392, '1.8 points', {weight: 700}) +
      text(x(1.2) + 8, 448, 'more frequent service, bus') +
      text(x(1.2) + 8, 502, 'lanes and other changes'),
  })
}

export function localTime() {
  const rows: readonly (readonly [string, number, string])[] = [
    ['Norwich', 312, '5 min 12 s ahead'],
    ['Greenwich', 0, '0'],
    ['Reading', -233, '3 min 53 s behind'],
    ['Bath', -566, '9 min 26 s'],
    ['Dorchester', -586, '9 min 46 s'],
    ['Bristol', -622, '10 min 22 s'],
    ['Exeter', -847, '14 min 7 s'],
    ['Plymouth', -994, '16 min 34 s'],
    ['Penzance', -1330, '22 min 10 s'],
  ]
  const x = linear([-1430, 560], [70, 1370])
  const y = (i: number) => 150 + i * 104
  const zero = x(0)
  return chart('fig-local-time.png', 1180, {
    brick: rows
      .map(([, s], i) => (s < 0 ? rect(x(s), y(i) - 12, zero - x(s), 24) + circle(x(s), y(i), 23) : ''))
      .join(''),
    sea: rows
      .map(([, s], i) => (s > 0 ? rect(zero, y(i) - 12, x(s) - zero, 24) + circle(x(s), y(i), 23) : ''))
      .join(''),
    night:
      rule(zero, 90, zero, 1040, 4) +
      circle(zero, y(1), 21) +
      [-20, -15, -10, -5].map((m) => rule(x(m * 60), 90, x(m * 60), 1040, 2, 'stroke-opacity=".22"')).join('') +
      [-20, -15, -10, -5, 0, 5]
        .map((m) => text(x(m * 60), 1096, m < 0 ? `−${-m}` : m > 0 ? `+${m}` : '0', {anchor: 'middle'}))
        .join('') +
      text(x(-600), 1160, 'Minutes from Greenwich time', {anchor: 'middle', weight: 650}) +
      rows
        .map(([name, s, words], i) =>
          s > 0
            ? text(zero - 24, y(i) + 15, `<tspan font-weight="700">${name}</tspan> ${words}`, {anchor: 'end'})
            : s === 0
              ? text(zero + 40, y(i) + 15, name, {weight: 700})
              : text(zero + 26, y(i) - 2, name, {weight: 700, size: 40}) +
                text(zero + 26, y(i) + 42, words, {size: 40}),
        )
        .join(''),
  })
}

export function seattleSleep() {
  const x = linear([6.5, 7.75], [90, 1310])
  const [before, after] = [x(6 + 50 / 60), x(7 + 24 / 60)]
  return chart('fig-seattle-sleep.png', 640, {
    ochre: rect(before + 46, 292, after - before - 92, 36),
    brick: circle(before, 310, 40),
    sea: circle(after, 310, 40),
    night:
      text(before, 100, '2016', {anchor: 'middle', weight: 700, size: 52}) +
      text(before, 156, 'start 7.50', {anchor: 'middle'}) +
      text(before, 222, '6 h 50 min', {anchor: 'middle', weight: 700}) +
      text(after, 100, '2017', {anchor: 'middle', weight: 700, size: 52}) +
      text(after, 156, 'start 8.45', {anchor: 'middle'}) +
      text(after, 222, '7 h 24 min', {anchor: 'middle', weight: 700}) +
      text((before + after) / 2, 274, '+34 min', {anchor: 'middle', size: 40}) +
      rule(90, 440, 1310, 440, 4) +
      [6.5, 7, 7.5]
        .map(
          (h) =>
            rule(x(h), 430, x(h), 456, 4) +
            rule(x(h), 360, x(h), 430, 2, 'stroke-opacity=".25"') +
            text(x(h), 516, h % 1 ? `${Math.floor(h)} h 30` : `${h} h`, {anchor: 'middle'}),
        )
        .join('') +
      text(700, 596, 'Median sleep on school nights', {anchor: 'middle', weight: 650}),
  })
}

export function pewLinks() {
  const rows: readonly (readonly [string, number])[] = [
    ['Pages of 2013, gone by October 2023', 38],
    ['Pages of 2013–2023, gone', 25],
    ['Wikipedia articles with a dead reference', 54],
    ['News pages with a dead link', 23],
    ['Government pages with a dead link', 21],
  ]
  const x = linear([0, 100], [60, 1340])
  const y = (i: number) => 40 + i * 168
  return chart('fig-pew-links.png', 890, {
    ochre: rows.map(([, v], i) => `<g fill-opacity=".4">${rect(x(v), y(i) + 70, 1340 - x(v), 62)}</g>`).join(''),
    brick: rows.map(([, v], i) => (i < 2 ? rect(60, y(i) + 70, x(v) - 60, 62) : '')).join(''),
    sea: rows.map(([, v], i) => (i < 2 ? '' : rect(60, y(i) + 70, x(v) - 60, 62))).join(''),
    night: rows
      .map(([label, v], i) => text(60, y(i) + 48, label) + text(x(v) + 18, y(i) + 117, `${v} %`, {weight: 700}))
      .join(''),
  })
}
