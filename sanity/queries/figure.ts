import {z} from 'zod'

import {isWebUrl} from '@/lib/links/isWebUrl'

import {imageFields, imageShape, toImage} from './image'
import {citingText, citingTextFields} from './richText'

/** A figure's own fields. Why it may be printed (`credit.reuse`) is the editors' business and is not read. */
export const figureFields = `
  "image": image{${imageFields}},
  alt,
  decorative,
  caption[]{${citingTextFields}},
  "credit": credit{creator, outlet, url, licence}
`

export const credit = z.object({
  creator: z.string().nullable(),
  outlet: z.string().nullable(),
  /** `null` when it is no web address. */
  url: z
    .string()
    .nullable()
    .transform((url) => (url && isWebUrl(url) ? url : null)),
  licence: z.string().nullable(),
})

export const figureShape = {
  image: z.object(imageShape).nullable(),
  alt: z.string().nullable(),
  decorative: z.boolean().nullable(),
  caption: citingText,
  credit: credit.nullable(),
}

const figureInput = z.object(figureShape)

/** The image parsed, and `alt` empty where the figure is only decorative. */
export function toFigure<Input extends z.output<typeof figureInput>>({image, alt, decorative, ...figure}: Input) {
  return {...figure, image: image && toImage(image), alt: decorative ? '' : (alt ?? '')}
}

/** A figure outside the text: an article's lead image. */
export const leadFigure = figureInput.transform(toFigure)

export type Credit = z.output<typeof credit>
export type LeadFigure = z.output<typeof leadFigure>
