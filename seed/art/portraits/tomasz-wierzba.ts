import {between, circle, gouge, group, path, randomFrom, range, rect, stroke} from '../draw.ts'
import {drawFace} from './face.ts'
import {sitterPortrait} from './sitter.ts'

const lower = 'transform="translate(0 -44)"'

export function tomaszWierzba() {
  const random = randomFrom(55)
  const face = drawFace({
    x: 455,
    crown: 200,
    chin: 628,
    cheek: 154,
    jaw: 132,
    point: 56,
    turn: 0.6,
    eyeOpen: 0.82,
    brow: {weight: 10, tilt: -3, lift: -3},
    nose: {width: 44, length: 0.225},
    mouth: {width: 50, upper: 8, lower: 14, smile: 4},
    age: 0.85,
  })
  const {nose, mouth, middle} = face.at
  const moustache = `M${middle - 4} ${nose + 14}C${middle + 30} ${nose + 10} ${middle + 64} ${nose + 24} ${middle + 84} ${mouth + 18}C${middle + 60} ${mouth + 16} ${middle + 30} ${mouth + 12} ${middle} ${mouth + 4}C${middle - 26} ${mouth + 12} ${middle - 52} ${mouth + 14} ${middle - 72} ${mouth + 16}C${middle - 58} ${nose + 24} ${middle - 34} ${nose + 10} ${middle - 4} ${nose + 14}Z`
  const bristles = range(46)
    .map(() => {
      const t = between(random, -1, 1)
      const x = middle + t * 60
      return path(
        gouge([x - t * 8, nose + 17 + Math.abs(t) * 8], [x + t * 14, mouth + 7 + Math.abs(t) * 7], 1.5, t * 3),
      )
    })
    .join('')
  const cap = path(
    'M262 326C262 214 356 140 470 146C590 150 652 214 650 312C646 344 622 348 596 330C530 304 420 298 330 318Z',
  )
  const peak = path('M238 352C262 316 330 300 440 304C384 320 330 336 296 366C270 380 236 376 238 352Z')
  const tweed = range(260)
    .map(() => {
      const [x, y] = [between(random, 268, 645), between(random, 150, 330)]
      return path(gouge([x, y], [x + 9, y + (random() < 0.5 ? 9 : -9)], 1.4))
    })
    .join('')
  const sideHair = path('M590 330C604 350 610 372 608 396C600 400 592 398 588 388C590 370 586 350 578 336Z')
  const coat = path(
    'M40 960C56 830 130 776 250 744L330 700C350 752 396 792 440 810C500 796 560 752 590 698L680 742C800 776 870 840 884 1010Z',
  )
  const collar = path(
    'M330 690C300 700 270 724 262 752C310 800 372 836 430 850L448 800C404 780 354 742 330 690ZM596 688C632 704 660 728 668 754C610 806 540 840 470 852L452 800C510 786 570 746 596 688Z',
  )
  const scarf = path(
    'M336 690C380 742 420 774 450 800C496 782 556 742 590 690C600 720 560 800 452 832C384 810 330 740 336 690Z',
  )
  const rain = range(120)
    .map(() => {
      const [x, y] = [random() * 900, random() * 900]
      return path(gouge([x, y], [x - 14, y + between(random, 40, 80)], 1.8))
    })
    .join('')
  const clothes = [
    {
      shape: scarf,
      films: {brick: 0.85},
      lines: range(9)
        .map((i) =>
          path(gouge([350 + i * 26, 716 + Math.sin(i / 2.6) * 60], [366 + i * 22, 742 + Math.sin(i / 2.6) * 64], 2)),
        )
        .join(''),
    },
    {
      shape: coat,
      films: {sea: 1, ochre: 0.55, night: 0.42},
      lines:
        stroke('M452 850V1010M250 744C230 800 226 880 230 960M680 742C706 800 712 880 706 960', 4) +
        circle(480, 900, 8),
      shade: path('M590 698L680 742C800 776 870 840 884 1010H560C600 880 610 780 590 698Z', 'fill-opacity=".5"'),
    },
    {
      shape: collar,
      films: {sea: 1, ochre: 0.6, night: 0.22},
      lines: stroke(
        'M330 690C300 700 270 724 262 752C310 800 372 836 430 850L448 800M596 688C632 704 660 728 668 754C610 806 540 840 470 852L452 800',
        4,
      ),
      shade: path(
        'M596 688C632 704 660 728 668 754C610 806 540 840 470 852L452 800C510 786 570 746 596 688Z',
        'fill-opacity=".35"',
      ),
    },
  ].map((layer) => ({
    ...layer,
    shape: group(lower, layer.shape),
    lines: group(lower, layer.lines),
    shade: group(lower, 'shade' in layer ? (layer.shade ?? '') : ''),
  }))
  return sitterPortrait({
    file: 'portrait-tomasz-wierzba.jpg',
    seed: 55,
    face,
    skin: {ochre: 0.34, brick: 0.13},
    lips: 0.8,
    mirrored: true,
    backdrop: [
      {shape: rect(0, 0, 900, 900), films: {ochre: 0.95}},
      {shape: rain, films: {ochre: 0.3}},
    ],
    behind: [
      {
        shape: group(lower, path('M330 694C390 726 540 726 596 690L560 800H380Z')),
        films: {sea: 1, ochre: 0.5, night: 0.75},
      },
    ],
    before: [
      {shape: path(moustache), films: {sea: 0.16, night: 0.16}, lines: stroke(moustache, 2.6) + bristles},
      {
        shape: sideHair,
        films: {night: 0.22, sea: 0.1},
        lines: range(5)
          .map((i) => path(gouge([584 + i * 4, 340 + i * 3], [592 + i * 3, 388], 1.3)))
          .join(''),
      },
      {
        shape: cap,
        films: {sea: 0.35, brick: 0.25, night: 0.55},
        lines:
          stroke('M262 326C262 214 356 140 470 146C590 150 652 214 650 312C646 344 622 348 596 330', 4) +
          stroke('M470 146C450 190 440 240 442 300M470 146C520 180 570 240 590 322', 2.6) +
          circle(470, 148, 9),
        shade: path(
          'M470 146C590 150 652 214 650 312C646 344 622 348 596 330C590 250 540 180 470 146Z',
          'fill-opacity=".65"',
        ),
      },
      {
        shape: `<clipPath id="cap">${cap}</clipPath><g clip-path="url(#cap)">${tweed}</g>`,
        films: {ochre: 0.5, night: 0.3},
      },
      {shape: peak, films: {sea: 0.3, brick: 0.25, night: 0.8}, lines: stroke('M238 352C262 316 330 300 440 304', 3)},
      ...clothes,
    ],
    screen: {kind: 'line', period: 7, angle: -30, bow: 80},
  })
}
