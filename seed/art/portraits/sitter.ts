import {grey, group} from '../draw.ts'
import type {Ink} from '../inks.ts'
import type {Picture, Screen} from '../picture.ts'
import type {Face} from './face.ts'

type Films = Partial<Record<Ink, number>>

/** Shapes laid over one another like cut paper; each hides what lies below it in every ink. */
export interface Layer {
  shape: string
  films: Films
  /** Printed in night over the films: outlines, folds, features. */
  lines?: string
  /** Greys that the engraved screen turns into hatching. */
  shade?: string
}

interface Sitter {
  file: string
  seed: number
  face: Face
  skin: Films
  lips: number
  /** Brown eyes get a warm film under the black. */
  brownEyes?: boolean
  backdrop: Layer[]
  /** Behind the head: hair, collar. */
  behind: Layer[]
  /** Before the head: fringe, clothes, glasses. */
  before: Layer[]
  screen: Screen
  mirrored?: boolean
}

const size = 900

/** The head is drawn small and enlarged here, so that it fills the sheet; the backdrop is not. */
export function sitterPortrait({
  file,
  seed,
  face,
  skin,
  lips,
  backdrop,
  behind,
  before,
  screen,
  brownEyes = false,
  mirrored = false,
}: Sitter): Picture {
  const frame = (art: string) =>
    group(`transform="${mirrored ? `translate(${size} 0) scale(-1 1) ` : ''}translate(-72 -66) scale(1.16)"`, art)
  const head: Layer[] = [
    {shape: face.skin, films: skin, lines: face.lines, shade: face.shade},
    {shape: face.eyeWhites, films: {ochre: 0.06, night: (skin.night ?? 0) * 0.3}},
    {shape: face.irises, films: brownEyes ? {ochre: 1, brick: 0.9} : {sea: 0.3}},
    {shape: face.cuts, films: {}},
  ]
  const inTheEye = [face.eyeWhites, face.irises, face.cuts]
  const figure = [...behind, ...head, ...before]
  const film = (ink: Ink) => (layer: Layer) => tint(layer.shape, grey(layer.films[ink] ?? 0))
  const flat = (ink: Ink) => backdrop.map(film(ink)).join('') + frame(figure.map(film(ink)).join(''))
  const hide = (layer: Layer) => (inTheEye.includes(layer.shape) ? '' : tint(layer.shape, '#fff'))
  const stack = (part: 'lines' | 'shade') => {
    const drawn = (layer: Layer) => hide(layer) + (layer[part] ?? '')
    return backdrop.map(drawn).join('') + frame(figure.map(drawn).join(''))
  }
  return {
    file,
    width: size,
    height: size,
    seed,
    plates: [
      {ink: 'ochre', tone: flat('ochre'), shift: [2, -2]},
      {ink: 'sea', tone: flat('sea'), shift: [-2, 1]},
      {ink: 'brick', tone: flat('brick'), shift: [2, 2]},
      {
        ink: 'brick',
        tone: frame(group(`opacity="${lips}"`, face.lips + face.blush) + before.map(hide).join('')),
        screen: {kind: 'dot', period: 7, angle: 15},
      },
      {ink: 'night', tone: flat('night')},
      {ink: 'night', solid: stack('lines'), tone: stack('shade'), screen, cut: frame(face.cuts)},
    ],
  }
}

const tint = (shape: string, colour: string) =>
  group(`fill="${colour}"`, shape.replaceAll('stroke="#000"', `stroke="${colour}"`))
