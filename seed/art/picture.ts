import type {Ink} from './inks.ts'

/** How greys of `tone` become ink: rows of dots, engraved lines, or none (a flat, thin film of ink). */
export interface Screen {
  kind: 'dot' | 'line'
  /** Distance between dots or lines, in pixels. */
  period: number
  /** Degrees. */
  angle: number
  /** Height of the wave in an engraved line, in pixels. */
  wave?: number
  /** Pixels by which engraved lines sag at the picture's edge, as if drawn round a form. */
  bow?: number
}

/** One pass through the press. Every layer is the inside of an SVG; black prints, white does not. */
export interface Plate {
  ink: Ink
  /** Printed as drawn. */
  solid?: string
  /** Greys that `screen` turns into dots or lines. */
  tone?: string
  screen?: Screen
  /** Black here removes the ink of this plate. */
  cut?: string
  /** Misregistration, in pixels. */
  shift?: readonly [number, number]
}

export interface Picture {
  /** File name in seed/images. */
  file: string
  width: number
  height: number
  seed: number
  plates: Plate[]
  /** 0 for charts that must stay clean, 1 for illustrations. */
  grain?: number
  /** Text on a plate is set by Chromium in the site's typeface, so this picture needs it. */
  hasText?: boolean
}
