import {between, blob, curve, gouge, gradient, grey, group, path, randomFrom, range, rect, stroke} from '../draw.ts'
import type {Ink} from '../inks.ts'
import type {Picture} from '../picture.ts'
import {lead, wholeSheet, width} from './lead.ts'
import {planks} from './shelf.ts'

const floors = [395, 800, 1200]

interface Jar {
  x: number
  floor: number
  w: number
  h: number
  /** Inks of the seeds; two inks overprint. */
  inks: readonly Ink[]
  size: number
  long: number
  fill: number
}

const mixes: readonly (readonly Ink[])[] = [
  ['ochre'],
  ['brick'],
  ['sea', 'ochre'],
  ['night'],
  ['brick', 'ochre'],
  ['sea'],
  ['brick', 'sea'],
  [],
]

/** Glass jars of seeds and folded paper packets on three shelves; every label is blank. */
export function seedBanks(): Picture {
  const random = randomFrom(1926)
  const wood = planks(41, floors)
  const jars: Jar[] = []
  const packets: {x: number; floor: number; w: number; h: number; turn: number; ink: number}[] = []
  for (const floor of floors) {
    let x = between(random, 16, 44)
    while (x < width - 90) {
      if (random() < 0.27) {
        const count = 2 + Math.floor(random() * 3)
        for (let i = 0; i < count && x < width - 120; i++) {
          packets.push({
            x,
            floor,
            w: 118,
            h: between(random, 168, 210),
            turn: between(random, -5, 6),
            ink: Math.floor(random() * 3),
          })
          x += 74
        }
        x += 70
      } else {
        const w = between(random, 128, 212)
        const kind = Math.floor(random() * mixes.length)
        jars.push({
          x,
          floor,
          w,
          h: between(random, 210, 330),
          inks: mixes[kind] ?? [],
          size: between(random, 6, 17),
          long: between(random, 1, 2.3),
          fill: between(random, 0.5, 0.9),
        })
        x += w + between(random, 16, 34)
      }
    }
  }
  const drawn = jars.map((jar, i) => drawJar(random, jar, `jar${i}`))
  const seedsOf = (ink: Ink) => drawn.map(({seeds}, i) => (jars[i]?.inks.includes(ink) ? seeds : '')).join('')
  const glass = drawn.map((jar) => jar.glass).join('')
  const labels = drawn.map((jar) => jar.label).join('')
  const sheets = packets.map((p) => group(turned(p), rect(p.x, p.floor - p.h, p.w, p.h)))
  const flaps = packets.map((p) =>
    group(
      turned(p),
      path(`M${p.x} ${p.floor - p.h}L${p.x + p.w / 2} ${p.floor - p.h + 62}L${p.x + p.w} ${p.floor - p.h}Z`),
    ),
  )
  const gloom = gradient('g', ['0 .95', '1 .62'])
  const pick = (parts: string[], ink: number) => parts.filter((_, i) => packets[i]?.ink === ink).join('')
  const paperwork = sheets.join('')
  const packetArt = packets
    .map((p) =>
      group(
        turned(p),
        rect(p.x, p.floor - p.h, p.w, p.h, 'fill="#fff" stroke="#000" stroke-width="4"') +
          stroke(`M${p.x} ${p.floor - p.h}L${p.x + p.w / 2} ${p.floor - p.h + 62}L${p.x + p.w} ${p.floor - p.h}`, 4) +
          sprig(p.x + p.w / 2, p.floor - 28),
      ),
    )
    .join('')
  return lead({
    name: 'seed-banks',
    seed: 1926,
    plates: [
      {
        ink: 'ochre',
        solid: seedsOf('ochre') + wood.boards,
        tone: group(`fill="${grey(0.3)}"`, paperwork) + group(`fill="${grey(0.8)}"`, pick(flaps, 0)),
        cut: wood.grain + labels,
        shift: [2, -2],
      },
      {
        ink: 'sea',
        solid: seedsOf('sea'),
        tone:
          group(`fill="${grey(0.6)}"`, wholeSheet) +
          group(`fill="${grey(0.2)}"`, glass) +
          group('fill="#fff"', paperwork) +
          group(`fill="${grey(0.7)}"`, pick(flaps, 1)),
        cut: wood.boards + labels + drawn.map(({shine, heap}) => shine + heap).join(''),
        shift: [-2, 2],
      },
      {ink: 'sea', solid: seedsOf('sea'), cut: labels},
      {
        ink: 'brick',
        solid: seedsOf('brick') + pick(flaps, 2),
        tone: group(`fill="${grey(0.3)}"`, wood.boards) + drawn.map(({lid}, i) => (i % 3 === 0 ? lid : '')).join(''),
        cut: labels,
        shift: [2, 2],
      },
      {
        ink: 'night',
        solid: seedsOf('night') + drawn.map(({lid}, i) => (i % 3 === 0 ? '' : lid)).join(''),
        tone:
          gloom + wood.bays + group('fill="#fff"', glass, drawn.map(({lid}) => lid).join(''), wood.boards, paperwork),
        screen: {kind: 'line', period: 9, angle: 0},
        cut: labels + drawn.map(({lidShine}) => lidShine).join(''),
      },
      {ink: 'night', solid: drawn.map(({lines}) => lines).join('') + packetArt + wood.lines},
    ],
  })
}

const turned = (p: {x: number; floor: number; w: number; turn: number}) =>
  `transform="rotate(${p.turn} ${p.x + p.w / 2} ${p.floor})"`

function sprig(x: number, y: number): string {
  return (
    stroke(`M${x} ${y}V${y - 62}`, 3) +
    range(4)
      .map((i) => path(gouge([x, y - 12 - i * 14], [x + (i % 2 ? 22 : -22), y - 26 - i * 14], 4)))
      .join('')
  )
}

function drawJar(random: () => number, {x, floor, w, h, size, long, fill, inks}: Jar, id: string) {
  const top = floor - h
  const body = `M${x + w * 0.14} ${top + 34}C${x + w * 0.12} ${top + 54} ${x} ${top + 50} ${x} ${top + 84}V${floor - 18}C${x} ${floor - 4} ${x + 8} ${floor} ${x + 20} ${floor}H${x + w - 20}C${x + w - 8} ${floor} ${x + w} ${floor - 4} ${x + w} ${floor - 18}V${top + 84}C${x + w} ${top + 50} ${x + w * 0.88} ${top + 54} ${x + w * 0.86} ${top + 34}Z`
  const level = floor - (h - 70) * fill
  let [seeds, marks] = ['', '']
  const stepX = size * (1 + long) * 0.86
  const stepY = size * 1.62
  let row = 0
  for (let y = floor - size; y > level; y -= stepY, row++) {
    for (let sx = x + size * 0.6 + (row % 2) * stepX * 0.5; sx < x + w; sx += stepX) {
      const [cx, cy] = [
        sx + between(random, -2, 2),
        y + between(random, -2, 2) + (row < 2 ? 0 : Math.sin(((sx - x) / w) * Math.PI) * -8),
      ]
      const turn = between(random, -50, 50)
      const grain = curve(blob(random, [0, 0], [size * 0.5 * long, size * 0.62], 0.22, 7), true)
      seeds += path(grain, `transform="translate(${Math.round(cx)} ${Math.round(cy)}) rotate(${Math.round(turn)})"`)
      marks += `<g transform="translate(${Math.round(cx)} ${Math.round(cy)}) rotate(${Math.round(turn)})">${inks.length === 0 ? stroke(grain, 2.2) : ''}${path(gouge([-size * 0.3 * long, size * 0.3], [size * 0.34 * long, size * 0.34], size * 0.13))}</g>`
    }
  }
  const clip = `<clipPath id="${id}">${path(body)}</clipPath>`
  const inside = (art: string) => clip + group(`clip-path="url(#${id})"`, art)
  const [lw, lh] = [w * 0.58, Math.min(86, h * 0.28)]
  const label = rect(x + (w - lw) / 2, floor - h * 0.52, lw, lh, 'rx="4"')
  const lid = rect(x + w * 0.08, top, w * 0.84, 36, 'rx="6"')
  return {
    glass: path(body),
    seeds: inside(seeds),
    heap: inside(rect(x, level - 4, w, floor - level + 4)),
    label,
    lid,
    lidShine: range(Math.floor(w / 16))
      .map((i) => rect(x + w * 0.12 + i * 14, top + 8, 4, 20))
      .join(''),
    shine: path(gouge([x + w * 0.13, top + 100], [x + w * 0.13, floor - 40], 5)),
    lines:
      inside(marks) +
      stroke(body, 5) +
      rect(x + (w - lw) / 2, floor - h * 0.52, lw, lh, 'rx="4" fill="#fff" stroke="#000" stroke-width="3.4"') +
      rect(x + w * 0.08, top, w * 0.84, 36, 'rx="6" fill="none" stroke="#000" stroke-width="4"'),
  }
}
