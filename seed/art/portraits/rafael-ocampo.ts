import {between, curve, gouge, group, path, type Point, randomFrom, range, rect, stroke} from '../draw.ts'
import {drawFace} from './face.ts'
import {sitterPortrait} from './sitter.ts'

const lower = 'transform="translate(0 -44)"'

export function rafaelOcampo() {
  const random = randomFrom(45)
  const face = drawFace({
    x: 454,
    crown: 198,
    chin: 622,
    cheek: 154,
    jaw: 130,
    point: 50,
    turn: 0.45,
    eyeOpen: 0.88,
    brow: {weight: 13, tilt: 1, lift: -2},
    nose: {width: 43, length: 0.205},
    mouth: {width: 52, upper: 11, lower: 16, smile: 8},
    age: 0.4,
  })
  const {nose, mouth, middle} = face.at
  const stubble =
    range(520)
      .map(() => {
        const a = between(random, 0.02, Math.PI - 0.02)
        const r = between(random, 0.62, 1)
        const [x, y] = [448 + Math.cos(a) * 138 * r, mouth - 30 + Math.sin(a) * 112 * r]
        const onLips = Math.abs(x - middle) < 58 && Math.abs(y - mouth - 2) < 20
        return onLips ? '' : path(gouge([x, y], [x + between(random, -2, 2), y + 8], 1.1))
      })
      .join('') +
    range(60)
      .map(() => {
        const x = middle + between(random, -54, 58)
        const y = nose + between(random, 14, 26) + Math.abs(x - middle) * 0.14
        return path(gouge([x, y], [x + (x - middle) * 0.05, y + 7], 1))
      })
      .join('')
  const hair = path(
    'M300 400C276 300 282 214 350 168C420 120 540 118 596 180C640 226 640 320 622 410C612 414 604 404 602 386C600 350 590 318 572 292C540 286 520 270 500 250C460 278 410 288 356 282C330 306 318 344 314 392C310 404 304 406 300 400Z',
  )
  const locks = range(70)
    .map(() => {
      const t = between(random, 0, 1)
      const start: Point = [330 + t * 280, 280 - Math.sin(t * Math.PI) * 22 + between(random, -30, 0)]
      return path(
        gouge(start, [start[0] - 34 - t * 20, start[1] - between(random, 50, 96)], between(random, 1, 2.2), -8),
      )
    })
    .join('')
  const shirt = path(
    'M40 1010C60 850 140 790 270 752L346 706C360 770 410 830 462 872C520 826 560 770 584 702L660 748C790 786 860 850 880 1010Z',
  )
  const inner = path('M346 706C380 760 430 800 462 820C510 796 560 750 584 702L560 900H380Z')
  const collar = path(
    'M346 700C316 716 290 740 280 772L388 856L462 872C410 830 364 770 346 700ZM584 696C612 712 640 738 650 766L548 858L462 872C516 826 566 770 584 696Z',
  )
  const twill = range(320)
    .map(() => {
      const [x, y] = [between(random, 60, 860), between(random, 780, 990)]
      return path(gouge([x, y], [x + 12, y - 14], 1.1))
    })
    .join('')
  const stitches = 'stroke-dasharray="9 7"'
  const leaf = (x: number, y: number, turn: number, length: number) => {
    const half = [
      [0, 0],
      [length * 0.22, -length * 0.2],
      [length * 0.6, -length * 0.2],
      [length, 0],
    ] as const
    const edge: Point[] = [...half, ...half.toReversed().map(([a, b]): Point => [a, -b])]
    const veins = range(7)
      .map((i) =>
        stroke(
          `M${length * (0.12 + i * 0.11)} 0l${length * 0.1} ${-length * 0.13}M${length * (0.12 + i * 0.11)} 0l${length * 0.1} ${length * 0.13}`,
          2.4,
        ),
      )
      .join('')
    const place = (art: string) => group(`transform="translate(${x} ${y}) rotate(${turn})"`, art)
    return {shape: place(path(curve(edge, true))), veins: place(stroke(`M${-length * 0.15} 0H${length}`, 4) + veins)}
  }
  const leaves = [
    leaf(70, 330, -50, 250),
    leaf(20, 520, -15, 250),
    leaf(60, 120, 30, 230),
    leaf(40, 700, -60, 200),
    leaf(860, 300, -130, 250),
    leaf(900, 520, -160, 260),
    leaf(830, 90, 155, 240),
    leaf(880, 720, -120, 220),
    leaf(300, 20, 60, 160),
    leaf(620, 10, 115, 170),
  ]
  return sitterPortrait({
    file: 'portrait-rafael-ocampo.jpg',
    seed: 45,
    face,
    skin: {ochre: 0.62, brick: 0.3, night: 0.1},
    brownEyes: true,
    lips: 0.7,
    mirrored: true,
    backdrop: [
      {shape: rect(0, 0, 900, 900), films: {ochre: 0.34}},
      ...leaves.map(({shape, veins}, i) => ({
        shape,
        films: i % 3 === 0 ? {sea: 0.55, ochre: 0.9} : {sea: 0.9, ochre: i % 2 ? 0.55 : 0.2},
        lines: veins,
      })),
    ],
    behind: [
      {shape: group(lower, path('M346 702C400 728 530 728 584 698L560 800H380Z')), films: {sea: 0.8, night: 0.7}},
    ],
    before: [
      {
        shape: group('opacity="0"', rect(0, 0, 1, 1)),
        films: {},
        lines: `<clipPath id="beard">${path(face.outline)}</clipPath><g clip-path="url(#beard)">${stubble}</g>`,
      },
      {shape: hair, films: {night: 1, sea: 0.2}},
      {shape: locks, films: {sea: 0.5, night: 0.42}},
      {
        shape: group(lower, inner),
        films: {ochre: 0.06},
        shade: group(lower, path('M462 820C510 796 560 750 584 702L560 900H462Z', 'fill-opacity=".4"')),
      },
      {
        shape: group(lower, shirt),
        films: {sea: 0.72, night: 0.42},
        lines: group(lower, stroke('M346 706C360 770 410 830 462 872C520 826 560 770 584 702M462 872V1010', 4)),
        shade: group(
          lower,
          path('M584 702L660 748C790 786 860 850 880 1010H620C660 900 640 780 584 702Z', 'fill-opacity=".45"'),
        ),
      },
      {
        shape: group(lower, `<clipPath id="twill">${shirt}</clipPath><g clip-path="url(#twill)">${twill}</g>`),
        films: {sea: 0.55, night: 0.2},
      },
      {
        shape: group(
          lower,
          stroke('M478 876V1010M300 800C286 860 280 920 280 1010M640 800C652 860 656 920 656 1010', 2.6, stitches),
        ),
        films: {ochre: 0.9, brick: 0.2},
      },
      {
        shape: group(lower, collar),
        films: {sea: 0.66, night: 0.28},
        lines: group(
          lower,
          stroke('M346 700C316 716 290 740 280 772L388 856L462 872M584 696C612 712 640 738 650 766L548 858L462 872', 4),
        ),
      },
      {
        shape: group(
          lower,
          stroke(
            'M350 722C322 738 304 752 296 772L392 844L440 860M580 716C604 730 626 748 634 768L544 844L484 860',
            2.4,
            stitches,
          ),
        ),
        films: {ochre: 0.9, brick: 0.2},
      },
    ],
    screen: {kind: 'line', period: 7, angle: -26, bow: 80},
  })
}
