import {between, gouge, path, randomFrom, range, rect, stroke} from '../draw.ts'
import {width} from './lead.ts'

/** A row of upright books from `left` to `right` standing on `floor`; `ink` picks each spine's colour. */
export function bookRow(seed: number, left: number, right: number, floor: number, room: number) {
  const random = randomFrom(seed)
  const spines: Record<'ochre' | 'brick' | 'sea' | 'night' | 'paper', string> = {
    ochre: '',
    brick: '',
    sea: '',
    night: '',
    paper: '',
  }
  const inks = ['ochre', 'brick', 'sea', 'night', 'paper', 'brick', 'ochre'] as const
  let [x, all, trim, marks, last] = [left, '', '', '', -1]
  while (x < right - 18) {
    const w = Math.min(between(random, 24, 62), right - x)
    const h = room * between(random, 0.66, 0.95)
    const lean = x + w > right - 60 && random() < 0.5 ? 7 : 0
    let pick = Math.floor(random() * inks.length)
    if (pick === last) pick = (pick + 1) % inks.length
    last = pick
    const ink = inks[pick] ?? 'ochre'
    const turn = `transform="rotate(${-lean} ${x} ${floor})"`
    const spine = rect(x, floor - h, w - 3, h, `rx="3" ${turn}`)
    spines[ink] += spine
    all += spine
    trim += rect(x, floor - h, w - 3, h, `rx="3" fill="none" stroke="#000" stroke-width="4" ${turn}`)
    const style = Math.floor(random() * 4)
    const bands = style === 0 ? [0.1, 0.16, 0.84, 0.9] : style === 1 ? [0.2, 0.7] : [0.12, 0.88]
    const lines =
      bands.map((b) => rect(x + 3, floor - h + h * b, w - 9, style === 1 ? 9 : 5, turn)).join('') +
      (style > 1 ? rect(x + w * 0.24, floor - h * 0.72, w * 0.42, h * 0.3, `rx="2" ${turn}`) : '') +
      (style === 3
        ? range(3)
            .map((i) =>
              path(gouge([x + w * 0.2 + i * 6, floor - h * 0.3], [x + w * 0.2 + i * 6, floor - h * 0.1], 1.6), turn),
            )
            .join('')
        : '')
    marks += lines
    x += w + (lean ? 16 : 0)
  }
  return {spines, all, trim, marks}
}

/** Planks and uprights of a bookcase, with grain to cut out of them. */
export function planks(seed: number, floors: readonly number[]) {
  const random = randomFrom(seed)
  const boards = floors.map((y) => rect(0, y, width, 34)).join('')
  const grain = floors
    .flatMap((y) =>
      range(26).map(() => {
        const x = random() * width
        return path(
          gouge([x, y + between(random, 6, 29)], [x + between(random, 50, 190), y + between(random, 6, 29)], 1.6),
        )
      }),
    )
    .join('')
  const lines = floors.map((y) => stroke(`M0 ${y}H${width}M0 ${y + 34}H${width}`, 4)).join('')
  const bays = floors.map((y) => rect(0, y - 372, width, 372, 'fill="url(#g)"')).join('')
  return {boards, grain, lines, bays}
}
