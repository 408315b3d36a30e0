import {between, circle, curve, gouge, gradient, path, type Point, randomFrom, range, rect, stroke} from '../draw.ts'
import {chart, rule, text} from './chart.ts'

export function pageAnatomy() {
  const random = randomFrom(9)
  const line = (x: number, y: number, w: number, h: number) =>
    rect(x, y, w * (random() < 0.12 ? between(random, 0.4, 0.9) : 1), h)
  const article = range(5)
    .map((i) => line(330, 150 + i * 34, 720, 16))
    .join('')
  const remarks = [330, 704]
    .map((x) =>
      range(38)
        .map((i) => line(x, 372 + i * 21, 346, 9))
        .join(''),
    )
    .join('')
  const sources = [380, 520, 640, 830, 930, 1060]
    .map((y) =>
      range(3)
        .map((i) => line(1094, y + i * 19, 120, 8))
        .join(''),
    )
    .join('')
  const bracket = (y1: number, y2: number) =>
    `<path d="M282 ${y1}H262V${y2}H282" fill="none" stroke="#000" stroke-width="4"/>`
  return chart('fig-page-anatomy.png', 1260, {
    ochre: `<g fill-opacity=".25">${rect(290, 70, 960, 1130)}</g><g fill-opacity=".9">${rect(314, 134, 752, 182)}</g>`,
    sea: `<g fill-opacity=".35">${rect(314, 356, 752, 820)}</g>`,
    brick: `<g fill-opacity=".5">${rect(1080, 356, 150, 820)}</g>`,
    night:
      `<rect x="290" y="70" width="960" height="1130" fill="none" stroke="#000" stroke-width="4"/>` +
      article +
      remarks +
      sources +
      rule(330, 336, 1050, 336, 4) +
      rect(620, 96, 140, 18) +
      bracket(134, 316) +
      bracket(356, 1176) +
      text(248, 240, 'Article', {anchor: 'end', weight: 650}) +
      text(248, 780, 'Remarks', {anchor: 'end', weight: 650}) +
      text(1290, 640, 'Sources', {weight: 650, turn: 90}),
  })
}

export function svalbardSection() {
  const random = randomFrom(2008)
  const slope: Point[] = [
    [-40, 1052],
    [140, 1040],
    [230, 930],
    [300, 780],
    [372, 640],
    [500, 490],
    [680, 340],
    [860, 236],
    [1060, 160],
    [1240, 136],
    [1440, 170],
  ]
  const hill = `${curve(slope)}V1180H-40Z`
  const snow = `${curve(slope)}L1440 214${slope
    .toReversed()
    .map(([x, y]) => `L${x + 14} ${y + 40}`)
    .join('')}Z`
  const beds = range(9)
    .map((i) =>
      stroke(curve(range(8).map((k): Point => [k * 210, 300 + i * 92 + Math.sin(k * 1.2 + i) * 14 - k * 6])), 3),
    )
    .join('')
  const chambers = [0, 1, 2].map((i) => rect(980, 512 + i * 88, 280, 66)).join('')
  const racks = range(3)
    .map((i) =>
      range(12)
        .map((k) => rule(1000 + k * 22, 522 + i * 88, 1000 + k * 22, 568 + i * 88, 6))
        .join(''),
    )
    .join('')
  const gallery = 'M366 606H930V512H980V754H930V656H366Z'
  const portal = 'M322 566H392V664H322Z'
  const holes = path(gallery) + path(portal) + chambers
  const flecks = range(190)
    .map(() => {
      const [x, y] = [between(random, 250, 1380), between(random, 300, 1120)]
      return path(gouge([x, y], [x + between(random, 14, 30), y - 6], 1.6))
    })
    .join('')
  const sea = path('M0 1044C40 1034 70 1054 110 1042L146 1040C150 1090 190 1120 216 1180H0Z')
  const sheet = '<rect width="1400" height="1180" fill="#fff"/>'
  const labels = rect(440, 668, 500, 70) + rect(700, 772, 580, 120) + rect(330, 838, 270, 66) + rect(960, 1052, 240, 66)
  return chart('fig-svalbard-section.png', 1180, {
    ochre: `<mask id="m">${sheet}${holes}${path(snow)}${sea}</mask><g mask="url(#m)"><path d="${hill}" fill-opacity=".6"/></g>`,
    sea: `<g fill-opacity=".8">${sea}</g>` + path(snow, 'fill-opacity=".16"') + `<g fill-opacity=".5">${chambers}</g>`,
    brick: path(portal),
    night:
      `<clipPath id="h"><path d="${hill}"/></clipPath><mask id="k">${sheet}${holes}${path(snow)}${labels}</mask><g clip-path="url(#h)"><g mask="url(#k)"><g stroke-opacity=".24" fill-opacity=".45">${beds}${flecks}</g></g></g>` +
      stroke(curve(slope.slice(1)), 6) +
      stroke(gallery, 4) +
      chambers.replaceAll('/>', ' fill="#fff" stroke="#000" stroke-width="4"/>') +
      path(portal, 'fill="#fff" stroke="#000" stroke-width="5"') +
      racks +
      text(64, 500, 'Entrance', {weight: 650}) +
      rule(236, 520, 314, 580, 4) +
      text(424, 718, 'Tunnel, more than 100 m', {weight: 650, size: 42}) +
      text(1262, 820, 'Three chambers at −18 °C', {weight: 650, anchor: 'end'}) +
      text(1262, 874, 'in permafrost', {weight: 650, anchor: 'end'}) +
      rule(0, 1040, 1400, 1040, 4, 'stroke-dasharray="18 14"') +
      text(980, 1100, 'Sea level', {weight: 650}) +
      rule(316, 1030, 316, 684, 4) +
      `<path d="M302 706L316 676L330 706ZM302 1010L316 1040L330 1010Z"/>` +
      text(346, 888, 'about 130 m', {weight: 650}),
  })
}

export function heatProfile() {
  const ground = 800
  const random = randomFrom(33)
  const temperature: Point[] = [
    [40, 560],
    [160, 545],
    [300, 470],
    [400, 420],
    [500, 470],
    [570, 410],
    [680, 210],
    [760, 160],
    [840, 220],
    [930, 430],
    [1010, 380],
    [1120, 450],
    [1240, 545],
    [1360, 560],
  ]
  const line = curve(temperature)
  const house = (x: number, w = 44) =>
    path(`M${x} ${ground}V${ground - 40}L${x + w / 2} ${ground - 66}L${x + w} ${ground - 40}V${ground}Z`)
  const tower = (x: number, w: number, h: number) => rect(x, ground - h, w, h)
  const tree = (x: number, r: number) => circle(x, ground - r * 1.8, r) + rect(x - 4, ground - r, 8, r)
  const suburbs = [240, 296, 352].map((x) => house(x)).join('') + [1000, 1056, 1112, 1168].map((x) => house(x)).join('')
  const centre = [590, 640, 694, 750, 800, 846]
    .map((x, i) => tower(x, 44, [120, 190, 260, 210, 160, 110][i] ?? 100))
    .join('')
  const windows = range(80)
    .map(() => rect(596 + Math.floor(random() * 23) * 12, ground - 96 + Math.floor(random() * 6) * 15, 6, 8))
    .join('')
  const trees =
    [420, 458, 492, 528, 556].map((x, i) => tree(x, 22 + (i % 2) * 7)).join('') +
    [50, 130, 176, 1270, 1330].map((x, i) => tree(x, 16 + (i % 3) * 6)).join('')
  const river = path(`M906 ${ground}C918 ${ground + 34} 962 ${ground + 34} 976 ${ground}Z`)
  const names: readonly (readonly [number, string, number])[] = [
    [120, 'Countryside', 0],
    [318, 'Suburb', 1],
    [486, 'Park', 0],
    [738, 'Centre', 0],
    [940, 'River', 1],
    [1086, 'Suburb', 0],
    [1262, 'Countryside', 1],
  ]
  return chart('fig-heat-profile.png', 980, {
    brick: gradient('t', ['0 .75', '1 0']) + `<path d="${line}L1360 640L40 640Z" fill="url(#t)"/>` + stroke(line, 10),
    ochre:
      gradient('o', ['0 .5', '1 0']) +
      `<path d="${line}L1360 640L40 640Z" fill="url(#o)"/>` +
      rect(0, ground, 906, 26) +
      rect(976, ground, 424, 26),
    sea: trees + river,
    night:
      suburbs +
      `<mask id="w"><rect width="1400" height="980" fill="#fff"/>${windows}</mask><g mask="url(#w)">${centre}</g>` +
      rule(0, ground, 906, ground, 4) +
      rule(976, ground, 1400, ground, 4) +
      names
        .map(
          ([x, name, row]) =>
            rule(x, ground + 34, x, ground + (row ? 96 : 46), 3) +
            text(Math.min(Math.max(x, 136), 1264), ground + (row ? 146 : 92), name, {anchor: 'middle'}),
        )
        .join('') +
      text(60, 80, 'Air temperature', {weight: 650}) +
      `<path d="M70 190V110M56 132L70 104L84 132" fill="none" stroke="#000" stroke-width="5"/>` +
      text(104, 170, 'warmer', {size: 42}),
  })
}
