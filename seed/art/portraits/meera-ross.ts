import {between, curve, gouge, group, path, type Point, randomFrom, range, rect, stroke} from '../draw.ts'
import {bookRow} from '../leads/shelf.ts'
import {drawFace} from './face.ts'
import {sitterPortrait, type Layer} from './sitter.ts'

const lower = 'transform="translate(0 -46)"'

export function meeraRoss() {
  const random = randomFrom(30)
  const face = drawFace({
    x: 450,
    crown: 200,
    chin: 616,
    cheek: 138,
    jaw: 106,
    point: 36,
    turn: 0.55,
    eyeOpen: 1.12,
    brow: {weight: 9, tilt: 1, lift: 3},
    nose: {width: 35, length: 0.215},
    mouth: {width: 46, upper: 13, lower: 18, smile: 7},
    age: 0.1,
  })
  const hair = path(
    'M306 430C276 330 290 220 366 166C440 118 560 128 610 200C650 262 640 360 628 450C622 500 618 540 596 566C600 520 604 470 600 420C592 352 566 302 520 270C480 254 444 242 420 214C408 250 370 290 344 330C326 362 316 396 314 430Z',
  )
  const locks = range(46)
    .map((i) => {
      const left = i < 14
      const t = left ? i / 13 : (i - 14) / 31
      const d = left
        ? `M${414 - t * 10} ${212 - t * 44}Q${350 - t * 60} ${250 - t * 60} ${322 - t * 20} ${372 + between(random, -30, 24)}`
        : `M${424 + t * 20} ${212 - t * 70}Q${560 + t * 60} ${240 - t * 60} ${602 + t * 24} ${440 + between(random, -30, 60)}`
      return stroke(d, between(random, 0.7, 1.7))
    })
    .join('')
  const beads = range(8).map((i): Point => [604 + Math.sin(i * 0.5) * 16 - (i > 4 ? (i - 4) * 6 : 0), 560 + i * 50])
  const plait = beads
    .map(([x, y], i) =>
      path(
        curve(
          [
            [x - 38 + i, y - 22],
            [x + 4, y - 36],
            [x + 38 - i, y - 14],
            [x + 22, y + 30],
            [x - 4, y + 40],
            [x - 30, y + 22],
          ],
          true,
        ),
      ),
    )
    .join('')
  const twist = beads
    .map(([x, y], i) => {
      const side = i % 2 ? 1 : -1
      return range(4)
        .map((k) =>
          path(
            gouge([x + side * (30 - k * 4), y - 22 + k * 6], [x - side * (12 - k * 7), y + 26 + k * 3], 1.7, side * 7),
          ),
        )
        .join('')
    })
    .join('')
  const shirt = path(
    'M80 1010C92 850 170 790 290 752L366 704C380 770 420 830 460 866C510 820 544 770 560 700L636 746C760 786 830 850 846 1010Z',
  )
  const collar = path(
    'M366 698C338 712 308 740 300 768L402 862L460 866C420 830 382 770 366 698ZM560 694C586 708 616 736 624 762L526 860L460 866C508 824 546 770 560 694Z',
  )
  const folds = range(14)
    .map((i) => path(gouge([150 + i * 48, 1000], [250 + i * 32, 830 + ((i * 37) % 50)], 2.4, 5)))
    .join('')
  const rows = [bookRow(61, -20, 920, 282, 262), bookRow(62, -20, 920, 620, 300), bookRow(63, -20, 920, 940, 280)]
  const spines = (ink: 'ochre' | 'brick' | 'sea' | 'night' | 'paper') => rows.map((row) => row.spines[ink]).join('')
  const shelves: Layer[] = [
    {shape: rect(0, 0, 900, 900), films: {ochre: 0.5, sea: 0.75, night: 0.5}},
    {shape: spines('ochre'), films: {ochre: 0.7, sea: 0.16}},
    {shape: spines('paper'), films: {ochre: 0.3, sea: 0.12}},
    {shape: spines('sea') + spines('brick'), films: {sea: 0.62}},
    {shape: spines('night'), films: {sea: 0.8, night: 0.4}},
    {
      shape: rows.map((row) => row.marks).join(''),
      films: {ochre: 0.3, sea: 0.1},
      lines: group('opacity=".6"', rows.map((row) => row.trim).join('')),
    },
    {shape: [282, 620].map((y) => rect(0, y, 900, 26)).join(''), films: {ochre: 0.9, brick: 0.25, sea: 0.15}},
  ]
  return sitterPortrait({
    file: 'portrait-meera-ross.jpg',
    seed: 30,
    face,
    skin: {ochre: 0.66, brick: 0.32, night: 0.17},
    brownEyes: true,
    lips: 1,
    backdrop: shelves,
    behind: [
      {shape: path('M560 300C640 340 650 480 622 620L540 640L520 420Z'), films: {night: 1, brick: 0.3}},
      {
        shape: path('M372 640L560 640L584 740L456 830L344 740Z'),
        films: {ochre: 0.66, brick: 0.32, night: 0.17},
        shade: path('M372 640L560 640L584 740L456 830L344 740Z', 'fill-opacity=".4"'),
      },
    ],
    before: [
      {shape: hair, films: {night: 1, brick: 0.3}},
      {shape: locks, films: {brick: 0.5, ochre: 0.3, night: 0.5}},
      {
        shape: group(lower, shirt),
        films: {brick: 0.95, night: 0.46},
        lines: group(lower, folds + stroke('M366 704C380 770 420 830 460 866C510 820 544 770 560 700M460 866V1010', 4)),
        shade: group(
          lower,
          path('M560 700L636 746C760 786 830 850 846 1010H600C640 900 620 780 560 700Z', 'fill-opacity=".5"'),
        ),
      },
      {
        shape: group(lower, collar),
        films: {brick: 0.9, night: 0.26},
        lines: group(
          lower,
          stroke('M366 698C338 712 308 740 300 768L402 862L460 866M560 694C586 708 616 736 624 762L526 860L460 866', 4),
        ),
      },
      {shape: plait, films: {night: 1, brick: 0.3}},
      {shape: twist, films: {brick: 0.5, ochre: 0.3, night: 0.5}},
      {
        shape:
          stroke(
            curve([
              [603, 478],
              [600, 492],
              [604, 504],
            ]),
            7,
          ) + path('M597 500L611 500L604 520Z'),
        films: {ochre: 0.9},
      },
    ],
    screen: {kind: 'line', period: 7, angle: -24, bow: 80},
  })
}
