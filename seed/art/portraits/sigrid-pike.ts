import {between, curve, gouge, path, type Point, randomFrom, range, rect, stroke} from '../draw.ts'
import {drawFace} from './face.ts'
import {sitterPortrait} from './sitter.ts'

export function sigridPike() {
  const random = randomFrom(63)
  const face = drawFace({
    x: 452, crown: 196, chin: 622, cheek: 142, jaw: 114, point: 40, turn: 0.35, eyeOpen: 0.9,
    brow: {weight: 6, tilt: 1, lift: 0}, nose: {width: 36, length: 0.215},
    mouth: {width: 50, upper: 9, lower: 13, smile: 6}, age: 0.7,
  })
  const back = path('M270 420C240 240 340 128 464 132C600 136 676 240 654 430C650 520 656 570 640 616C600 640 560 610 560 560L360 560C350 612 316 638 276 612C262 560 278 500 270 420Z')
  const fringe = path(curve([[272, 560], [258, 420], [276, 280], [350, 176], [464, 134], [580, 170], [650, 290], [656, 440], [642, 590], [618, 560], [604, 470], [592, 380], [552, 306], [476, 246], [420, 230], [396, 262], [352, 316], [318, 380], [306, 470], [302, 570]], true))
  const strand = (side: number) => range(46).map(() => {
    const t = between(random, 0.08, 0.98)
    const start: Point = [404 + side * 8 + between(random, -10, 10), 196 + between(random, -40, 10)]
    const end: Point = side < 0 ? [286 + t * 24, 600 - t * 250] : [650 - t * 60, 590 - t * 260]
    const bulge: Point = side < 0 ? [300 - 30 * (1 - t), 300] : [610 + 36 * (1 - t), 260 + t * 30]
    return stroke(`M${start[0]} ${start[1]}Q${bulge[0]} ${bulge[1]} ${end[0]} ${end[1]}`, between(random, 1.4, 3))
  }).join('')
  const neckRoll = path('M336 648C350 690 380 706 452 708C530 706 566 688 580 646C600 690 606 740 600 780C540 812 370 812 316 780C312 730 318 690 336 648Z')
  const jumper = path('M50 960C70 846 150 790 318 752C380 812 540 812 600 752C760 786 850 846 868 960Z')
  const ribs = range(28).map((i) => {
    const x = 330 + i * 9.6
    return path(gouge([x + (452 - x) * 0.06, 678 + Math.sin((i / 27) * Math.PI) * 32], [x + (x - 452) * 0.05, 778 + Math.sin((i / 27) * Math.PI) * 22], 1.7))
  }).join('')
  const purl = range(16).map((i) => path(gouge([90 + i * 48, 960], [250 + i * 27, 800 - Math.sin((i / 15) * Math.PI) * -18], 1.9))).join('')
  const arcs = range(7).map((i) => stroke(`M${640 + i * 54} -20C${700 + i * 60} 300 ${700 + i * 60} 600 ${600 + i * 54} 920`, 12)).join('')
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
    behind: [{shape: back, films: {sea: 0.22, night: 0.3}, lines: '', shade: path('M560 560L360 560L400 480H560Z', 'fill-opacity=".8"')}],
    before: [
      {shape: fringe, films: {sea: 0.09, night: 0.04}, lines: strand(-1) + strand(1) + stroke('M270 420C240 240 340 128 464 132C600 136 676 240 654 430C650 520 656 570 640 600', 4), shade: path('M560 160C650 220 668 320 656 440L642 590L612 540L592 380L552 306Z', 'fill-opacity=".38"')},
      {shape: jumper, films: {night: 1, sea: 0.5}},
      {shape: purl, films: {sea: 0.75, night: 0.25}},
      {shape: neckRoll, films: {night: 1, sea: 0.5}},
      {shape: ribs, films: {sea: 0.75, night: 0.2}},
    ],
    screen: {kind: 'line', period: 7, angle: -20, bow: 80},
  })
}
