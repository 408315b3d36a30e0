import {rect} from '../draw.ts'
import type {Picture, Plate} from '../picture.ts'

/** All leads are of one size, so that they stand side by side in a list. */
export const [width, height] = [2000, 1250]
export const wholeSheet = rect(0, 0, width, height)

interface Lead {
  name: string
  seed: number
  plates: Plate[]
  hasText?: boolean
}

export function lead({name, ...drawing}: Lead): Picture {
  return {file: `${name}.jpg`, width, height, ...drawing}
}
