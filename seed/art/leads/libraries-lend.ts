import {circle, curve, gradient, grey, group, path, type Point, polyline, range, rect, stroke} from '../draw.ts'
import type {Picture} from '../picture.ts'
import {lead, wholeSheet} from './lead.ts'
import {bookRow, planks} from './shelf.ts'

const floors = [385, 790, 1195]

/** Three shelves on which a drill, a ukulele, a telescope, a cake tin, a sewing machine and an umbrella stand among books. */
export function librariesLend(): Picture {
  const rows = [
    bookRow(31, -20, 330, 385, 330),
    bookRow(32, 760, 1190, 385, 330),
    bookRow(33, 1690, 2030, 385, 330),
    bookRow(34, -30, 190, 790, 350),
    bookRow(35, 620, 830, 790, 350),
    bookRow(36, 1430, 2040, 790, 350),
    bookRow(37, -20, 520, 1195, 350),
    bookRow(38, 1010, 1260, 1195, 350),
    bookRow(39, 1800, 2040, 1195, 350),
  ]
  const wood = planks(40, floors)
  const things = [drill(), telescope(), ukulele(), sewingMachine(), cakeTin(), umbrella()]
  const spine = (ink: 'ochre' | 'brick' | 'sea' | 'night' | 'paper') => rows.map(({spines}) => spines[ink]).join('')
  const part = (key: keyof Thing) => things.map((thing) => thing[key]).join('')
  const books = rows.map(({all}) => all).join('')
  const solid = books + part('shape')
  const marks = rows.map(({marks: m}) => m).join('')
  const gloom = gradient('g', ['0 .9', '.7 .35', '1 .2'])
  const sheen = gradient('s', ['.45 0', '1 .6'], 'x1="0" x2="1"')
  return lead({
    name: 'libraries-lend',
    seed: 1850,
    plates: [
      {
        ink: 'ochre',
        solid: spine('ochre') + part('ochre') + wood.boards,
        tone: group(`fill="${grey(0.22)}"`, spine('paper') + part('shape')),
        cut: group('opacity=".9"', wood.grain),
        shift: [3, -2],
      },
      {
        ink: 'sea',
        solid: spine('sea') + part('sea'),
        tone: group(`fill="${grey(0.8)}"`, wholeSheet),
        cut:
          rows.map((r) => r.spines.ochre + r.spines.brick + r.spines.paper + r.spines.night).join('') +
          wood.boards +
          part('shape') +
          marks,
        shift: [-2, 2],
      },
      {ink: 'sea', solid: part('sea') + spine('sea'), cut: marks},
      {
        ink: 'brick',
        solid: spine('brick') + part('brick'),
        tone: group(`fill="${grey(0.35)}"`, wood.boards),
        cut: marks,
        shift: [2, 2],
      },
      {
        ink: 'night',
        solid: spine('night') + part('night'),
        tone: gloom + wood.bays + group('fill="#fff"', books, part('shape'), wood.boards),
        screen: {kind: 'line', period: 9, angle: 0},
        cut: marks + part('cut'),
      },
      {
        ink: 'night',
        solid: rows.map(({trim}) => trim).join('') + wood.lines + part('lines'),
        tone: sheen + group('fill="url(#s)"', solid),
        screen: {kind: 'line', period: 7, angle: 90},
      },
    ],
  })
}

interface Thing {
  /** Everything the thing covers. */
  shape: string
  ochre: string
  brick: string
  sea: string
  night: string
  cut: string
  lines: string
}

const thing = (place: string, parts: Partial<Thing>): Thing => {
  const at = (art = '') => (art ? group(`transform="${place}"`, art) : '')
  return {
    shape: at(parts.shape),
    ochre: at(parts.ochre),
    brick: at(parts.brick),
    sea: at(parts.sea),
    night: at(parts.night),
    cut: at(parts.cut),
    lines: at(parts.lines),
  }
}
const outline = (d: string) => stroke(d, 6)

function drill(): Thing {
  const body =
    'M0 -250C0 -286 20 -300 60 -300H210C240 -300 252 -280 252 -250C252 -222 240 -206 210 -204H150L128 -96H44L70 -204H52C16 -206 0 -220 0 -250Z'
  const chuck = 'M252 -284L300 -270V-236L252 -222Z'
  const bit = 'M300 -260H392L402 -253L392 -246H300Z'
  const battery = 'M20 -98H160L170 0H8Z'
  return thing('translate(352 385)', {
    shape: [body, chuck, bit, battery].map((d) => path(d)).join(''),
    brick: path(body),
    night: path(battery) + path(chuck) + rect(134, -196, 18, 40),
    cut: rect(30, -74, 110, 12) + rect(270, -268, 5, 30),
    lines:
      [body, chuck, bit, battery].map(outline).join('') +
      range(5)
        .map((i) => stroke(`M${40 + i * 18} -276V-230`, 5))
        .join('') +
      stroke('M312 -260L322 -246M336 -260L346 -246M360 -260L370 -246', 4) +
      stroke('M74 -180L58 -110M96 -180L82 -110', 4),
  })
}

function telescope(): Thing {
  const tube = 'M-210 -176L150 -316L178 -244L-182 -104Z'
  const hood = 'M150 -326L236 -358L268 -272L182 -240Z'
  const eye = 'M-262 -142L-206 -164L-190 -122L-246 -100Z'
  const legs = 'M-30 -160L-150 0M-30 -160L90 0M-30 -160L-30 0'
  return thing('translate(1440 385)', {
    shape: [tube, hood, eye].map((d) => path(d)).join('') + stroke(legs, 16) + circle(-30, -172, 30),
    ochre: path(hood) + path(eye) + circle(-30, -172, 30) + stroke(legs, 14),
    brick: '',
    sea: path(tube),
    lines:
      [tube, hood, eye].map(outline).join('') +
      stroke(legs, 5, 'transform="translate(-9 0)"') +
      stroke(legs, 5, 'transform="translate(9 0)"') +
      circle(-30, -172, 30, 'fill="none" stroke="#000" stroke-width="6"') +
      stroke('M-90 -223L-62 -151M60 -281L88 -209', 7) +
      stroke('M-80 -50H20', 5),
  })
}

function ukulele(): Thing {
  const shape = curve(
    [
      [-96, 0],
      [-132, -62],
      [-110, -128],
      [-74, -158],
      [-82, -210],
      [-40, -246],
      [0, -252],
      [40, -246],
      [82, -210],
      [74, -158],
      [110, -128],
      [132, -62],
      [96, 0],
      [0, 10],
    ],
    true,
  )
  const neck = 'M-20 -240H20L17 -480H-17Z'
  const head = 'M-30 -480H30L38 -566L0 -578L-38 -566Z'
  const pegs = [-500, -540].flatMap((y) => [circle(-46, y, 11), circle(46, y, 11)]).join('')
  return thing(`translate(392 786) rotate(-14) scale(.66)`, {
    shape: path(shape) + path(neck) + path(head) + pegs,
    ochre: path(shape) + pegs,
    brick: path(shape).replace('/>', ' opacity=".45"/>') + path(neck),
    night: circle(0, -150, 36) + path(head) + rect(-46, -62, 92, 16),
    lines:
      outline(shape) +
      outline(neck) +
      outline(head) +
      [-9, -3, 3, 9].map((x) => stroke(`M${x} -62V-490`, 2)).join('') +
      range(9)
        .map((i) => stroke(`M-18 ${-270 - i * 24}H18`, 3))
        .join('') +
      circle(0, -150, 46, 'fill="none" stroke="#000" stroke-width="4"'),
  })
}

function sewingMachine(): Thing {
  const base = 'M0 -64H500L512 0H-12Z'
  const arm =
    'M60 -238C60 -292 84 -312 130 -312H392C448 -312 474 -286 474 -226V-64H382V-180C382 -200 372 -206 354 -206H176C160 -206 150 -200 148 -184L142 -150H84L74 -190C64 -204 60 -220 60 -238Z'
  const wheel: Point = [500, -240]
  return thing('translate(872 790)', {
    shape: path(base) + path(arm) + circle(...wheel, 58) + rect(400, -356, 26, 46),
    ochre: circle(...wheel, 58) + rect(20, -46, 462, 22),
    brick: rect(392, -366, 42, 40),
    night: path(arm) + path(base),
    cut:
      rect(20, -46, 462, 22) +
      path('M170 -286C230 -262 300 -262 350 -286C330 -236 200 -236 170 -286Z') +
      circle(428, -240, 22) +
      rect(100, -296, 8, 80) +
      path('M180 -276h160v6h-160z'),
    lines:
      outline(base) +
      outline(arm) +
      circle(...wheel, 58, 'fill="none" stroke="#000" stroke-width="7"') +
      circle(...wheel, 14) +
      range(6)
        .map((i) =>
          stroke(polyline([wheel, [wheel[0] + Math.cos(i * 1.047) * 56, wheel[1] + Math.sin(i * 1.047) * 56]]), 5),
        )
        .join('') +
      stroke('M112 -150V-84', 7) +
      stroke('M112 -84L118 -66', 4) +
      stroke('M92 -84H134V-68', 6) +
      stroke('M412 -340C340 -390 200 -360 112 -300', 3),
  })
}

function cakeTin(): Thing {
  const tin = 'M0 -150C0 -180 400 -180 400 -150V-24C400 8 0 8 0 -24Z'
  const lid = 'M-12 -214C-12 -254 412 -254 412 -214V-160C412 -126 -12 -126 -12 -160Z'
  const roses = range(6)
    .map((i) => circle(42 + i * 63, -62 + Math.sin((i / 5) * Math.PI) * 20, 22))
    .join('')
  return thing('translate(566 1190)', {
    shape: path(tin) + path(lid) + circle(200, -258, 20),
    ochre: path(lid) + circle(200, -258, 20),
    brick: roses,
    lines:
      outline(tin) +
      outline(lid) +
      circle(200, -258, 20, 'fill="none" stroke="#000" stroke-width="6"') +
      stroke('M-10 -200C60 -166 340 -166 410 -200', 4) +
      range(6)
        .map((i) =>
          stroke(
            curve([
              [34 + i * 63, -62 + Math.sin((i / 5) * Math.PI) * 20],
              [42 + i * 63, -72 + Math.sin((i / 5) * Math.PI) * 20],
              [50 + i * 63, -60 + Math.sin((i / 5) * Math.PI) * 20],
              [40 + i * 63, -52 + Math.sin((i / 5) * Math.PI) * 20],
            ]),
            3.4,
          ),
        )
        .join('') +
      stroke('M4 -104C80 -74 320 -74 396 -104M4 -30C80 -2 320 -2 396 -30', 4),
  })
}

function umbrella(): Thing {
  const canopy =
    'M-190 -150C-170 -310 170 -310 190 -150C164 -176 124 -176 96 -150C70 -180 26 -180 0 -150C-26 -180 -70 -180 -96 -150C-124 -176 -164 -176 -190 -150Z'
  const stick = 'M0 -150V-22C0 12 52 12 52 -22'
  return thing('translate(1530 1170)', {
    shape: path(canopy) + stroke(stick, 14),
    brick: path(canopy),
    ochre: stroke(stick, 14),
    lines:
      outline(canopy) +
      stroke(stick, 5, 'transform="translate(-8 0)"') +
      stroke(stick, 5, 'transform="translate(8 0)"') +
      stroke('M0 -270C-60 -250 -90 -200 -96 -150M0 -270C60 -250 90 -200 96 -150M0 -270V-152M0 -270V-304', 4),
  })
}
