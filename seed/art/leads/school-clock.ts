import {bareTree, walker, type Walker} from '../cast.ts'
import {
  between,
  circle,
  gouge,
  gradient,
  grey,
  group,
  path,
  type Point,
  polyline,
  radial,
  randomFrom,
  range,
  rect,
  stroke,
} from '../draw.ts'
import type {Picture} from '../picture.ts'
import {height, lead, width} from './lead.ts'

const clock: Point = [1180, 372]
const ground = 900

/** A quarter to eight on a winter morning: lit windows, snow, and pupils with rucksacks on their way in. */
export function schoolClock(): Picture {
  const random = randomFrom(745)
  const school = path(`M560 ${ground}V430L600 360H980L980 330L1180 150L1380 330V360H1760L1800 430V${ground}Z`)
  const roof =
    path('M540 436L610 340H980V436ZM1380 436V340H1750L1820 436Z') +
    path('M950 344L1180 132L1410 344L1382 364L1180 176L978 364Z') +
    rect(690, 270, 44, 90) +
    rect(1610, 270, 44, 90)
  const windows =
    [620, 740, 860, 1430, 1550, 1670].flatMap((x) => [490, 690].map((y) => rect(x, y, 80, 130))).join('') +
    rect(1018, 520, 70, 110) +
    rect(1272, 520, 70, 110)
  const door = path(`M1095 ${ground}V700C1095 610 1265 610 1265 700V${ground}Z`)
  const bars =
    [620, 740, 860, 1430, 1550, 1670]
      .flatMap((x) => [490, 690].map((y) => stroke(`M${x + 40} ${y}v130M${x} ${y + 52}h80`, 5)))
      .join('') +
    stroke(`M1180 628V${ground}M1095 712H1265`, 6) +
    stroke('M1053 520v110M1307 520v110', 5)
  const dial = circle(clock[0], clock[1], 92)
  const hand = (turn: number, length: number, w: number) =>
    stroke(`M${clock.join(' ')}L${clock[0] + Math.sin(turn) * length} ${clock[1] - Math.cos(turn) * length}`, w)
  const face =
    circle(clock[0], clock[1], 92, 'fill="none" stroke="#000" stroke-width="11"') +
    range(12)
      .map((i) => {
        const a = (i * Math.PI) / 6
        const r = i % 3 === 0 ? 58 : 68
        return stroke(
          polyline([
            [clock[0] + Math.sin(a) * r, clock[1] - Math.cos(a) * r],
            [clock[0] + Math.sin(a) * 78, clock[1] - Math.cos(a) * 78],
          ]),
          i % 3 === 0 ? 9 : 5,
        )
      })
      .join('') +
    hand((7.75 / 12) * Math.PI * 2, 42, 13) +
    hand(0.75 * Math.PI * 2, 68, 8) +
    circle(clock[0], clock[1], 9)
  const pupils: Walker[] = [
    {x: 1140, y: 922, height: 150, facing: 0, bag: 'rucksack'},
    {x: 1215, y: 934, height: 160, facing: 0, bag: 'rucksack', skirt: true},
    {x: 960, y: 960, height: 178, facing: 1, bag: 'rucksack', hat: true},
    {x: 872, y: 972, height: 170, facing: 1, bag: 'rucksack', skirt: true},
    {x: 1420, y: 975, height: 184, facing: -1, bag: 'rucksack'},
    {x: 610, y: 1040, height: 226, facing: 1, bag: 'rucksack', hat: true},
    {x: 1610, y: 1060, height: 236, facing: -1, bag: 'rucksack', skirt: true, hat: true},
    {x: 1690, y: 1072, height: 222, facing: -1, bag: 'rucksack'},
    {x: 330, y: 1130, height: 300, facing: 1, bag: 'rucksack', skirt: true},
  ]
  const cast = pupils.map(walker)
  const bodies = cast.map(({body}) => body).join('')
  const bags = cast.map(({bag}) => bag).join('')
  const shadows = pupils
    .map(({x, y, height: h}) => path(gouge([x, y + 2], [x + (x - 1180) * 0.36 - 20, y + h * 0.42], h * 0.06)))
    .join('')
  const snowLine = `M0 ${ground - 24}C300 ${ground - 50} 500 ${ground + 8} 1000 ${ground}S1700 ${ground - 30} 2000 ${ground - 18}V${height}H0Z`
  const snow = path(snowLine)
  const trees =
    bareTree(random, [180, 930], 190, -Math.PI / 2 + 0.05, 40) +
    bareTree(random, [1905, 920], 160, -Math.PI / 2 - 0.08, 32) +
    bareTree(random, [430, 905], 110, -Math.PI / 2, 20)
  const lamp =
    rect(462, 474, 14, 470) +
    stroke('M440 474L450 412H488L498 474Z', 6) +
    path('M446 412L469 392L492 412Z') +
    rect(448, 930, 42, 16)
  const flakes = range(190)
    .map(() => circle(random() * width, random() * 900, between(random, 2, 5.5)))
    .join('')
  const path1 = path(`M1095 ${ground}C1060 980 900 1080 520 1260H1420C1380 1120 1310 980 1265 ${ground}Z`)
  const bricks = range(150)
    .map(() => {
      const [x, y] = [between(random, 570, 1780), between(random, 450, 890)]
      return rect(x, y, between(random, 14, 30), 5)
    })
    .join('')
  const drifts = range(80)
    .map(() => {
      const [x, y] = [random() * width, between(random, ground + 30, height)]
      return path(gouge([x, y], [x + between(random, 60, 220), y + between(random, -10, 10)], between(random, 1, 4)))
    })
    .join('')
  const halo = radial('l', [469, 440], 330, ['0 .9', '1 0']) + radial('o', [1180, 860], 520, ['0 1', '1 0'])
  const dawn = gradient('d', ['.2 0', '.8 .85'])
  const night = gradient('n', ['0 .96', '.3 .9', '1 .4'])
  const bright = `<radialGradient id="w" gradientUnits="userSpaceOnUse" cx="469" cy="440" r="250"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>`
  const sky = rect(0, 0, width, ground)
  const lamps = circle(469, 442, 22)
  const lights = windows + door + dial + lamps
  return lead({
    name: 'school-clock',
    seed: 745,
    plates: [
      {
        ink: 'ochre',
        solid: windows + door + lamps,
        tone: halo + group('fill="url(#o)"', snow) + group('fill="url(#l)"', sky) + group(`fill="${grey(0.25)}"`, dial),
        shift: [3, -2],
      },
      {
        ink: 'sea',
        tone:
          group(`fill="${grey(0.85)}"`, sky) +
          group(`fill="${grey(0.34)}"`, snow) +
          group('fill="#fff" fill-opacity=".8"', path1),
        cut: lights + flakes + school + roof,
      },
      {
        ink: 'brick',
        solid: school,
        tone: dawn + group('fill="url(#d)" opacity=".55"', sky),
        screen: {kind: 'dot', period: 12, angle: 30},
        cut: lights + flakes + roof,
        shift: [-2, 2],
      },
      {
        ink: 'night',
        solid: roof + bricks,
        tone:
          night +
          group('fill="url(#n)"', sky) +
          bright +
          group('fill="url(#w)"', sky) +
          group('fill="#fff"', school) +
          group(`fill="${grey(0.52)}"`, school),
        screen: {kind: 'line', period: 10, angle: -32},
        cut: lights + snow + flakes,
      },
      {ink: 'night', solid: bars + face + trees + lamp},
      {
        ink: 'night',
        solid: bodies + drifts,
        tone: group('fill-opacity=".72"', shadows),
        screen: {kind: 'line', period: 7, angle: 0},
        cut: bags,
      },
      {ink: 'brick', solid: bags, shift: [-2, 2]},
    ],
  })
}
