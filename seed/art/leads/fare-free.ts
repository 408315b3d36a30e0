import {walker} from '../cast.ts'
import {between, circle, gouge, gradient, grey, group, path, randomFrom, range, rect, stroke} from '../draw.ts'
import type {Picture} from '../picture.ts'
import {height, lead, width} from './lead.ts'

const street = 905
const doors = [790, 1420]
const doorWidth = 170

/** A lit tram at a wet stop at dusk; the street mirrors it about the kerb. */
export function fareFree(): Picture {
  const random = randomFrom(2013)
  const tram = drawTram()
  const mirror = (art: string) => group(`transform="translate(0 ${street * 2 + 24}) scale(1 -1)"`, art)
  const people = [
    walker({x: 842, y: 858, height: 300, facing: 0, bag: 'rucksack'}),
    walker({x: 1010, y: 930, height: 318, facing: -1, bag: 'satchel', skirt: true, hat: true}),
    walker({x: 1475, y: 862, height: 292, facing: 0, hat: true}),
    walker({x: 1345, y: 934, height: 310, facing: 1, bag: 'satchel'}),
    walker({x: 1268, y: 930, height: 206, facing: 1, bag: 'rucksack'}),
    walker({x: 268, y: 935, height: 312, facing: 1, bag: 'satchel', skirt: true}),
  ]
  const crowd = people.map(({body}) => body).join('')
  const bags = people.map(({bag}) => bag).join('')
  const roofs = skyline(random)
  const panes = roofs.panes
  const lit = tram.windows + tram.doorways + tram.lamp
  const streaks = range(420)
    .map(() => {
      const [x, y] = [random() * width, street + 40 + random() ** 0.8 * 320]
      return path(gouge([x, y], [x + between(random, 30, 190), y + between(random, -3, 3)], between(random, 1, 4.5)))
    })
    .join('')
  const ground = rect(0, street, width, height - street)
  const sky = rect(0, 0, width, street)
  const shelter =
    rect(96, 470, 330, 20) +
    rect(116, 480, 12, 440) +
    rect(394, 480, 12, 440) +
    rect(150, 800, 220, 14) +
    rect(170, 812, 8, 100) +
    rect(340, 812, 8, 100) +
    rect(470, 380, 12, 545) +
    circle(476, 372, 56, 'fill="none" stroke="#000" stroke-width="14"')
  const glass = group('opacity=".5"', rect(128, 492, 266, 300)) + rect(190, 560, 96, 190)
  const fade = gradient('d', ['0 .95', '.55 .5', '1 .06'])
  const glow = gradient('h', ['.25 0', '1 .9'])
  const bright = mirror(lit)
  return lead({
    name: 'fare-free',
    seed: 2013,
    plates: [
      {
        ink: 'ochre',
        solid: lit + bright + panes + circle(476, 372, 40) + rect(190, 560, 96, 190),
        tone:
          glow +
          group('fill="url(#h)"', sky) +
          group(`fill="${grey(0.3)}"`, ground) +
          group(`fill="${grey(0.14)}"`, tram.cream),
        shift: [3, -2],
      },
      {
        ink: 'brick',
        solid: tram.body + group('opacity=".85"', mirror(tram.body)),
        tone: glow + group('fill="url(#h)" opacity=".75"', sky) + group('fill="#fff"', roofs.wall),
        screen: {kind: 'dot', period: 12, angle: 30},
        cut: lit + tram.cream + bright + mirror(tram.cream) + panes + circle(476, 372, 40) + rect(190, 560, 96, 190),
        shift: [-2, 2],
      },
      {ink: 'brick', solid: bags, shift: [-2, 2]},
      {
        ink: 'sea',
        tone: fade + group('fill="url(#d)"', sky) + group(`fill="${grey(0.55)}"`, ground),
        cut: tram.shape + bright + mirror(tram.body + tram.cream) + panes + circle(476, 372, 40),
      },
      {
        ink: 'night',
        solid: roofs.wall + group('opacity=".93"', ground),
        tone: fade + group('fill="url(#d)" opacity=".8"', sky),
        screen: {kind: 'line', period: 10, angle: 0},
        cut:
          panes +
          glass +
          tram.shape +
          group('opacity=".92"', bright) +
          group('opacity=".7"', mirror(tram.body)) +
          group('opacity=".75"', mirror(tram.cream)) +
          circle(476, 372, 40) +
          group('opacity=".28"', streaks),
      },
      {
        ink: 'night',
        solid:
          shelter +
          stroke('M220 600h36M220 630h36M220 660h22', 8) +
          tram.lines +
          tram.riders +
          crowd +
          group('opacity=".8"', mirror(crowd + tram.riders)) +
          group('opacity=".82"', streaks) +
          rect(0, street + 8, width, 9),
        cut: bags,
      },
      {
        ink: 'night',
        tone: gradient('n', ['0 .1', '1 .75']) + group('fill="url(#n)"', ground),
        screen: {kind: 'line', period: 9, angle: 0},
      },
    ],
  })
}

function drawTram() {
  const [left, right, top, floor] = [560, 1880, 400, 880]
  const shape = path(
    `M${left + 46} ${top}H${right - 46}C${right + 14} ${top + 20} ${right + 40} ${top + 250} ${right + 44} ${floor - 90}L${right + 30} ${floor}H${left - 30}L${left - 44} ${floor - 90}C${left - 40} ${top + 250} ${left - 14} ${top + 20} ${left + 46} ${top}Z`,
  )
  const cream = path(
    `M${left + 46} ${top}H${right - 46}C${right + 2} ${top + 16} ${right + 22} ${top + 110} ${right + 32} ${top + 310}H${left - 32}C${left - 22} ${top + 110} ${left - 2} ${top + 16} ${left + 46} ${top}Z`,
  )
  const bays = [600, 985, 1130, 1275, 1615, 1750].map((x) => ({x, w: x === 600 ? 165 : x > 1700 ? 120 : 125}))
  const windows =
    bays.map(({x, w}) => rect(x, 478, w, 200, 'rx="14"')).join('') +
    path('M536 520C544 492 556 480 574 480V678H524C524 640 528 560 536 520Z') +
    path('M1904 520C1898 494 1894 484 1888 480V678H1916C1916 640 1912 560 1904 520Z')
  const doorways = doors.map((x) => rect(x, 470, doorWidth, 396)).join('')
  const leaves = doors
    .map(
      (x) =>
        [x - 16, x + doorWidth].map((edge) => rect(edge, 466, 16, 402)).join('') +
        stroke(`M${x} 860h${doorWidth}`, 8) +
        stroke(`M${x + doorWidth / 2} 474V700`, 5),
    )
    .join('')
  const riders = [
    [640, 1],
    [716, 0.92],
    [1040, 1.02],
    [1190, 0.94],
    [1330, 1],
    [1376, 0.9],
    [1672, 1],
    [1800, 0.96],
    [1560, 1.06],
    [930, 1.02],
  ]
    .map(([x = 0, s = 1]) =>
      group(
        `transform="translate(${x} 678) scale(${s})"`,
        '<ellipse cy="-92" rx="21" ry="26"/>' + path('M-44 0C-44 -44 -30 -62 -8 -66H8C30 -62 44 -44 44 0Z'),
      ),
    )
    .join('')
  const straps = range(22)
    .map(
      (i) =>
        stroke(`M${620 + i * 56} 480v26`, 3) +
        circle(620 + i * 56, 514, 8, 'fill="none" stroke="#000" stroke-width="3"'),
    )
    .join('')
  const lines =
    stroke(`M${left - 32} 712H${right + 32}`, 5) +
    leaves +
    rect(left - 20, floor - 8, right - left + 40, 30) +
    rect(left + 60, top - 16, 260, 18) +
    rect(right - 420, top - 16, 300, 18) +
    stroke(`M1160 ${top - 4}L1240 ${top - 88}L1180 ${top - 150}H1300`, 6) +
    stroke('M0 246H2000', 3.4) +
    bays.map(({x, w}) => rect(x, 478, w, 200, 'rx="14" fill="none" stroke="#000" stroke-width="6"')).join('') +
    stroke('M574 478V680', 6)
  return {shape, cream, body: shape, windows, doorways, lamp: circle(548, 790, 17), lines, riders: riders + straps}
}

function skyline(random: () => number) {
  let [x, wall, panes] = [-30, '', '']
  while (x < width) {
    const w = between(random, 130, 230)
    const top = between(random, 440, 620)
    const gable = random() < 0.6 ? `L${x + w / 2} ${top - between(random, 50, 110)}` : ''
    wall += path(`M${x} ${street}V${top}${gable}L${x + w} ${top}V${street}Z`) + rect(x + w * 0.7, top - 70, 20, 80)
    for (let px = x + 24; px < x + w - 34; px += 44)
      for (let py = top + 34; py < 840; py += 66)
        if (random() < 0.24 && (px < 480 || px > 1935)) panes += rect(px, py, 20, 32)
    x += w + (random() < 0.2 ? 50 : 0)
  }
  return {wall, panes}
}
