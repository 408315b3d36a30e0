/** Multiplied onto the paper, as translucent stencil inks are: 1 lets the channel through, 0 stops it. */
export const inks = {
  night: [0.12, 0.17, 0.27],
  brick: [0.87, 0.28, 0.19],
  ochre: [0.97, 0.72, 0.25],
  sea: [0.25, 0.58, 0.56],
} as const

export type Ink = keyof typeof inks

export const paper = [246, 239, 224] as const
