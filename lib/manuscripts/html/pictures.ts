import type {MarkupElement} from './markup'

/** A picture that stands somewhere else: in the file, beside it, or on the web. */
export interface Picture {
  src: string
  alt: string
}

export function isPicture({tag}: MarkupElement): boolean {
  return tag === 'img' || tag === 'v:imagedata'
}

/** `null` for what only counts visitors or makes room. */
export function toPicture({attributes}: MarkupElement): Picture | null {
  const src = attributes.get('src')?.trim() ?? ''
  const isDot = [attributes.get('width'), attributes.get('height')].some((size) => size === '0' || size === '1')
  return isDot ? null : {src, alt: attributes.get('alt')?.trim() ?? ''}
}
