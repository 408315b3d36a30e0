import {between, blob, curve, gouge, grey, group, path, type Point, randomFrom, range, rect, stroke} from '../draw.ts'
import type {Picture} from '../picture.ts'
import {height, lead, wholeSheet, width} from './lead.ts'

const [cardWidth, cardHeight] = [258, 172]

interface Card {
  at: Point
  turn: number
  /** 0 sound, up to 1 gone. */
  decay: number
}

/** Index cards on a dark table, joined by red threads; toward the right they crumble and the threads hang loose. */
export function linkRot(): Picture {
  const random = randomFrom(404)
  const cards = range(24).map((i): Card => {
    const [column, row] = [i % 6, Math.floor(i / 6)]
    const decay = Math.max(0, Math.min(1, (column + between(random, -1.4, 1.4)) / 5))
    return {
      at: [
        180 + column * 330 + between(random, -26, 26) + (row % 2) * 34 - 17,
        160 + row * 308 + between(random, -26, 26),
      ],
      turn: between(random, -9, 9),
      decay: decay < 0.3 ? 0 : decay,
    }
  })
  const whole = cards.filter(({decay}) => decay < 0.93)
  const place = ({at, turn}: Card, art: string) =>
    group(`transform="translate(${at[0]} ${at[1]}) rotate(${turn})"`, art)
  const sheet = rect(-cardWidth / 2, -cardHeight / 2, cardWidth, cardHeight)
  const ghost = rect(
    -cardWidth / 2,
    -cardHeight / 2,
    cardWidth,
    cardHeight,
    'fill="none" stroke="#000" stroke-width="2.5" stroke-dasharray="3 13" stroke-linecap="round"',
  )
  const bites =
    `<clipPath id="card">${sheet}</clipPath>` +
    whole.map((card) => place(card, group('clip-path="url(#card)"', eaten(random, card.decay)))).join('')
  const threads = cards.flatMap((card, i) => [i + 1, i + 6, i + 7].flatMap((j) => thread(random, card, cards[j], i, j)))
  const lines = threads.map((d) => stroke(d, 5)).join('')
  const pins = whole.map((card) => place(card, `<circle r="9" cy="-58"/>`)).join('')
  const table = range(420).map(() => {
    const [x, y] = [random() * width, random() * height]
    return path(gouge([x, y], [x + between(random, 30, 130), y + between(random, -5, 5)], between(random, 0.5, 1.5)))
  })
  return lead({
    name: 'link-rot',
    seed: 404,
    plates: [
      {
        ink: 'sea',
        tone: group(`fill="${grey(0.55)}"`, wholeSheet),
        cut: whole.map((card) => place(card, sheet)).join('') + lines,
        shift: [2, 2],
      },
      {
        ink: 'ochre',
        tone: whole.map((card) => place(card, group(`fill="${grey(0.5 * (1 - card.decay))}"`, sheet))).join(''),
        cut: bites + lines,
        shift: [3, -2],
      },
      {
        ink: 'brick',
        solid:
          lines +
          pins +
          whole
            .map((card) =>
              card.decay < 0.7 ? place(card, rect(-112, -38, 224, 5, card.decay > 0 ? 'fill-opacity=".6"' : '')) : '',
            )
            .join(''),
      },
      {
        ink: 'night',
        solid: wholeSheet,
        cut:
          whole.map((card) => place(card, sheet)).join('') +
          lines +
          group('opacity=".3"', ...table) +
          cards
            .filter(({decay}) => decay >= 0.93)
            .map((card) => place(card, ghost))
            .join(''),
      },
      {
        ink: 'night',
        solid: group('', bites) + whole.map((card) => place(card, writing(random, card.decay))).join(''),
        cut: lines + pins,
      },
      {
        ink: 'night',
        tone: whole
          .filter(({decay}) => decay > 0.3)
          .map((card) => place(card, group(`fill-opacity="${card.decay * 0.5}"`, sheet)))
          .join(''),
        screen: {kind: 'dot', period: 9, angle: 20},
        cut: lines,
      },
    ],
  })
}

function writing(random: () => number, decay: number): string {
  return (
    range(4)
      .map((row) => {
        let x = -112
        let words = ''
        while (x < 70) {
          const length = between(random, 14, 52)
          if (random() > decay * 1.25) words += rect(x, -16 + row * 24, Math.min(length, 112 - x), 8)
          x += length + 11
        }
        return words
      })
      .join('') + (decay < 0.5 ? rect(-112, -66, between(random, 70, 130), 13) : '')
  )
}

function eaten(random: () => number, decay: number): string {
  if (decay < 0.35) return ''
  return range(Math.round(decay * 44))
    .map(() => {
      const from = Math.sqrt(random())
      const at: Point = [cardWidth * (0.56 - (1 - from) * decay * 1.25), between(random, -95, 95)]
      const r = between(random, 7, 30) * decay
      return path(curve(blob(random, at, [r, r * between(random, 0.6, 1)], 0.5, 9), true))
    })
    .join('')
}

function thread(random: () => number, from: Card, to: Card | undefined, i: number, j: number): string[] {
  if (!to || random() > (j === i + 1 ? 0.86 : 0.56) || (j !== i + 6 && i % 6 === 5)) return []
  const pin = ({at, turn}: Card): Point => {
    const a = (turn * Math.PI) / 180
    return [at[0] + Math.sin(a) * 58, at[1] - Math.cos(a) * 58]
  }
  if (from.decay >= 0.93) return []
  const [a, b] = [pin(from), pin(to)]
  const sag = between(random, 14, 46)
  if (to.decay < 0.6) return [curve([a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + sag], b])]
  const drop = between(random, 130, 240)
  const sway = between(random, 20, 70)
  return [
    curve([
      a,
      [a[0] + sway, a[1] + drop * 0.3],
      [a[0] + sway * 0.9, a[1] + drop * 0.7],
      [a[0] + sway * 1.5, a[1] + drop],
      [a[0] + sway * 1.9, a[1] + drop * 0.9],
      [a[0] + sway * 1.6, a[1] + drop * 0.78],
    ]),
  ]
}
