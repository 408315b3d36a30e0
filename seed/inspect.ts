/** An object of the sample publication at any depth, with the fields that its tests read. */
export interface SeedObject {
  [field: string]: unknown
  _ref?: string
  _type?: string
}

/** Every object in a value, the value itself first, in reading order. */
export function objectsIn(value: unknown): SeedObject[] {
  if (Array.isArray(value)) return value.flatMap((item) => objectsIn(item))
  if (!isObject(value)) return []
  return [value, ...Object.values(value).flatMap((field) => objectsIn(field))]
}

/** How many words of prose there are: paragraphs, headings, captions and notes, without tables and code. */
export function wordsIn(value: unknown): number {
  const text = objectsIn(value)
    .map(({_type, text}) => (_type === 'span' ? String(text) : ''))
    .join(' ')
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** The files that a document's images are imported from, relative to this folder. */
export function imagePaths(document: unknown): string[] {
  return objectsIn(document).flatMap(({_sanityAsset}) =>
    typeof _sanityAsset === 'string' ? _sanityAsset.replace('image@file://', '') : [],
  )
}

function isObject(value: unknown): value is SeedObject {
  return typeof value === 'object' && value !== null
}
