import {between, circle, curve, gouge, group, path, type Point, randomFrom, range, rect, stroke} from '../draw.ts'
import {coastlines, land, mercator} from '../projections.ts'
import {drawFace} from './face.ts'
import {sitterPortrait} from './sitter.ts'

const lower = 'transform="translate(0 -46)"'

export function adaezeMarlowe() {
  const random = randomFrom(51)
  const face = drawFace({
    x: 452,
    crown: 196,
    chin: 620,
    cheek: 146,
    jaw: 118,
    point: 44,
    turn: 0.5,
    eyeOpen: 1.02,
    brow: {weight: 10, tilt: 0, lift: 4},
    nose: {width: 43, length: 0.205},
    mouth: {width: 52, upper: 17, lower: 23, smile: 5},
    age: 0.2,
  })
  const {near, far} = face.at
  const crown: Point[] = range(44).map((i) => {
    const a = Math.PI * (0.94 + (i / 43) * 1.12)
    const r = between(random, 0.985, 1.035)
    return [458 + Math.cos(a) * 182 * r, 336 + Math.sin(a) * 196 * r]
  })
  const hairline: Point[] = [
    [606, 420],
    [592, 360],
    [566, 296],
    [512, 256],
    [448, 248],
    [380, 262],
    [330, 306],
    [310, 356],
    [304, 410],
  ]
  const hair = path(curve([...crown, ...hairline], true))
  const curls = range(150)
    .map(() => {
      const a = Math.PI * between(random, 0.98, 2.02)
      const r = Math.sqrt(between(random, 0.5, 0.98))
      const [x, y] = [458 + Math.cos(a) * 180 * r, 336 + Math.sin(a) * 194 * r]
      const s = between(random, 4, 9)
      return path(gouge([x - s, y], [x + s, y + between(random, -4, 4)], 2, s))
    })
    .join('')
  const rims = [near, far]
    .map(([x, y], i) =>
      circle(x + (i === 0 ? 1 : -2), y + 2, i === 0 ? 52 : 48, 'fill="none" stroke="#000" stroke-width="11"'),
    )
    .join('')
  const bridge =
    stroke(
      curve([
        [far[0] + 44, far[1] - 8],
        [(near[0] + far[0]) / 2, far[1] - 22],
        [near[0] - 50, near[1] - 8],
      ]),
      9,
    ) + stroke(`M${near[0] + 51} ${near[1] - 8}L604 ${near[1] - 18}`, 10)
  const glint = [near, far].map(([x, y]) => path(gouge([x - 36, y + 20], [x - 20, y - 34], 3, -6))).join('')
  const cardigan = group(
    lower,
    path(
      'M60 1010C76 836 160 770 280 742L368 700C386 760 420 830 456 900L472 1010ZM880 960C860 836 760 770 640 740L560 698C546 770 500 840 456 900L460 1010Z',
    ),
  )
  const shirt = group(lower, path('M340 716C380 740 420 770 456 800C500 770 530 736 574 706L600 1010H320Z'))
  const rib = group(
    lower,
    range(26)
      .map((i) =>
        stroke(`M${372 + i * 3.4 - 8} ${712 + i * 7.6}l18 -8M${556 - i * 3.9 + 8} ${712 + i * 7.6}l-18 -8`, 2.4),
      )
      .join(''),
  )
  const buttons = circle(470, 862, 8)
  const knit = range(170)
    .map(() => {
      const x = between(random, 170, 740)
      const y = between(random, 740, 890)
      return Math.abs(x - 456) < 110 - (y - 740) * 0.3 ? '' : path(gouge([x, y], [x + (x < 456 ? 5 : -5), y + 20], 1.6))
    })
    .join('')
  const map = path(land(coastlines(), mercator, [690, 470], 420))
  const grid = range(9)
    .map((i) => stroke(`M${580 + i * 110} 0V900M560 ${i * 110 + 30}H900`, 2))
    .join('')
  return sitterPortrait({
    file: 'portrait-adaeze-marlowe.jpg',
    seed: 51,
    face,
    skin: {ochre: 0.8, brick: 0.46, night: 0.36},
    brownEyes: true,
    lips: 0.95,
    backdrop: [
      {shape: rect(0, 0, 900, 900), films: {sea: 0.85}},
      {
        shape: `<clipPath id="m">${rect(610, 0, 290, 900)}</clipPath>` + rect(610, 0, 290, 900),
        films: {sea: 0.3},
        lines: `<g opacity=".35" clip-path="url(#m)">${grid}</g>`,
      },
      {
        shape: `<clipPath id="n">${rect(610, 0, 290, 900)}</clipPath><g clip-path="url(#n)">${map}</g>`,
        films: {ochre: 0.5, brick: 0.1},
      },
      {shape: rect(603, 0, 7, 900), films: {night: 0.9}},
    ],
    behind: [
      {
        shape: group(lower, path('M366 704C420 728 520 728 562 700L540 800H400Z')),
        films: {ochre: 1, brick: 0.3, night: 0.5},
      },
    ],
    before: [
      {shape: hair, films: {night: 1, brick: 0.3}},
      {shape: curls, films: {ochre: 0.5, brick: 0.45, night: 0.32}},
      {
        shape: shirt,
        films: {ochre: 0.06},
        lines: group(lower, stroke('M340 716C380 740 420 770 456 800C500 770 530 736 574 706M456 800V900', 4)),
        shade: group(lower, path('M340 716C380 740 420 770 456 800L440 900L380 800Z', 'fill-opacity=".35"')),
      },
      {
        shape: cardigan,
        films: {ochre: 1, brick: 0.12},
        lines:
          rib +
          group(lower, stroke('M368 700C386 760 420 830 456 900M560 698C546 770 500 840 456 900', 5)) +
          knit +
          buttons,
        shade: group(
          lower,
          path('M640 740C760 770 860 836 880 1010H700C720 880 690 800 640 740Z', 'fill-opacity=".4"'),
        ),
      },
      {shape: rims + bridge, films: {ochre: 0.9, brick: 0.85, night: 0.8}},
      {
        shape: (rims + bridge).replaceAll('stroke-width', 'stroke-dasharray="14 31 8 47 10 22" stroke-width'),
        films: {ochre: 1, brick: 0.66, night: 0.1},
      },
      {shape: glint, films: {ochre: 0.3}},
    ],
    screen: {kind: 'line', period: 7, angle: -24, bow: 80},
  })
}
