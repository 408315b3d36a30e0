import type {Ink} from '../inks.ts'
import type {Picture} from '../picture.ts'

const chartWidth = 1400
/** Text of this size is still 11 px when the picture is shown 360 px wide. */
const textSize = 44

export function chart(file: string, height: number, art: Partial<Record<Ink, string>>): Picture {
  const inks: Ink[] = ['ochre', 'sea', 'brick', 'night']
  return {
    file,
    width: chartWidth,
    height,
    seed: 7,
    grain: 0,
    hasText: true,
    plates: inks.flatMap((ink) => (art[ink] === undefined ? [] : [{ink, solid: art[ink]}])),
  }
}

interface Style {
  anchor?: 'start' | 'middle' | 'end'
  size?: number
  weight?: number
  turn?: number
  attributes?: string
}

export function text(
  x: number,
  y: number,
  words: string,
  {anchor = 'start', size = textSize, weight = 500, turn = 0, attributes = ''}: Style = {},
): string {
  const rotate = turn === 0 ? '' : `transform="rotate(${turn} ${x} ${y})"`
  return `<text x="${x}" y="${y}" font-family="Text" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" ${rotate} ${attributes}>${words}</text>`
}

/** A vertical or horizontal rule. */
export const rule = (x1: number, y1: number, x2: number, y2: number, width = 3, attributes = '') =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#000" stroke-width="${width}" ${attributes}/>`

export const linear = (domain: readonly [number, number], range: readonly [number, number]) => (value: number) =>
  range[0] + ((value - domain[0]) / (domain[1] - domain[0])) * (range[1] - range[0])
