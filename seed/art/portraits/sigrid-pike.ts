import {between, curve, gouge, group, path, type Point, randomFrom, range, rect, stroke} from '../draw.ts'
import {drawFace} from './face.ts'
import {sitterPortrait} from './sitter.ts'

const lower = 'transform="translate(0 -34)"'

export function sigridPike() {
  const random = randomFrom(63)
  const face = drawFace({
    x: 452,
    crown: 196,
    chin: 622,
    cheek: 142,
    jaw: 114,
    point: 40,
    turn: 0.35,
    eyeOpen: 0.9,
    brow: {weight: 6, tilt: 1, lift: 0},
    nose: {width: 36, length: 0.215},
    mouth: {width: 50, upper: 9, lower: 13, smile: 6},
    age: 0.7,
  })
  const back = path('M300 430C300 300 600 300 620 430L628 596C590 612 560 600 548 560H372C358 596 330 606 300 590Z')
  const fringe = path(
    curve(
      [
        [292, 604],
        [262, 560],
        [250, 430],
        [270, 284],
        [346, 178],
        [464, 138],
        [580, 172],
        [652, 290],
        [664, 440],
        [656, 560],
        [626, 612],
        [596, 592],
        [606, 520],
        [598, 430],
        [578, 350],
        [520, 290],
        [446, 262],
        [408, 234],
        [388, 268],
        [344, 320],
        [316, 390],
        [308, 480],
        [316, 560],
        [316, 594],
      ],
      true,
    ),
  )
  const strand = (side: number) =>
    range(24)
      .map((i) => {
        const t = (i + between(random, 0, 0.8)) / 24
        const mix = (a: Point, b: Point): string => `${a[0] + (b[0] - a[0]) * t} ${a[1] + (b[1] - a[1]) * t}`
        const d =
          side < 0
            ? `M${mix([404, 240], [424, 150])}C${mix([330, 300], [290, 190])} ${mix([300, 400], [244, 400])} ${mix([312, 640], [268, 640])}`
            : `M${mix([416, 244], [446, 144])}C${mix([560, 276], [640, 150])} ${mix([604, 420], [674, 330])} ${mix([596, 640], [652, 640])}`
        return stroke(d, between(random, 1, t > 0.2 && random() < 0.25 ? 3.2 : 1.7))
      })
      .join('')
  const neckRoll = path(
    'M372 642C392 684 420 698 458 700C508 698 540 684 560 642C578 690 586 740 592 782C540 814 370 814 326 782C332 734 350 690 372 642Z',
  )
  const jumper = path('M50 960C70 846 150 790 318 752C380 812 540 812 600 752C760 786 850 846 868 1010Z')
  const ribs = range(28)
    .map((i) => {
      const x = 346 + i * 8.4
      return path(
        gouge(
          [x + (456 - x) * 0.12, 674 + Math.sin((i / 27) * Math.PI) * 32],
          [x + (x - 452) * 0.05, 778 + Math.sin((i / 27) * Math.PI) * 22],
          1.7,
        ),
      )
    })
    .join('')
  const purl = range(16)
    .map((i) => path(gouge([90 + i * 48, 1000], [250 + i * 27, 800 - Math.sin((i / 15) * Math.PI) * -18], 1.9)))
    .join('')
  const arcs = range(7)
    .map((i) => stroke(`M${640 + i * 54} -20C${700 + i * 60} 300 ${700 + i * 60} 600 ${600 + i * 54} 920`, 12))
    .join('')
  return sitterPortrait({
    file: 'portrait-sigrid-pike.jpg',
    seed: 63,
    face,
    skin: {ochre: 0.26, brick: 0.12},
    lips: 0.9,
    backdrop: [
      {shape: rect(0, 0, 900, 900), films: {brick: 0.92}},
      {shape: arcs, films: {brick: 0.92, ochre: 0.7}},
    ],
    behind: [{shape: back, films: {sea: 0.3, night: 0.62}}],
    before: [
      {
        shape: fringe,
        films: {sea: 0.09, night: 0.04},
        lines:
          `<clipPath id="bob">${fringe}</clipPath><g clip-path="url(#bob)">${strand(-1)}${strand(1)}</g>` +
          stroke(
            'M292 604C270 590 250 500 250 430C250 360 256 320 270 284C290 220 340 160 464 138C560 140 630 200 652 290C662 340 666 400 664 440C662 500 660 550 626 612',
            2.6,
          ),
      },
      {shape: group(lower, jumper), films: {night: 1, sea: 0.5}},
      {shape: group(lower, purl), films: {sea: 0.75, night: 0.25}},
      {shape: group(lower, neckRoll), films: {night: 1, sea: 0.5}},
      {shape: group(lower, ribs), films: {sea: 0.75, night: 0.2}},
    ],
    screen: {kind: 'line', period: 7, angle: -20, bow: 80},
  })
}
