import type {Extract} from './inspect.ts'

const extracts: readonly Extract[] = ['lqip', 'blurhash', 'thumbhash', 'palette', 'exif', 'image', 'location']
/** What is extracted when an upload does not say. */
export const usualExtracts: ReadonlySet<Extract> = new Set(['lqip', 'blurhash', 'palette'] as const)
const ATTRIBUTES = ['label', 'title', 'description', 'creditLine'] as const

/** What an uploader says about a file, beside its bytes. */
export interface Described {
  filename: string | null
  /** Title, description, credit line … */
  attributes: Record<string, unknown>
  extract: ReadonlySet<Extract>
}

/**
 * What the address of an upload says. `meta` is repeated, once for each part to extract; `none` stands for an empty list.
 *
 * @see https://www.sanity.io/docs/http-reference/assets
 */
export function readDescription(search: URLSearchParams): Described {
  const attributes: Record<string, unknown> = {}
  for (const name of ATTRIBUTES) if (search.get(name)) attributes[name] = search.get(name)
  const source = {
    ...(search.get('sourceId') && {id: search.get('sourceId')}),
    ...(search.get('sourceName') && {name: search.get('sourceName')}),
    ...(search.get('sourceUrl') && {url: search.get('sourceUrl')}),
  }
  if (Object.keys(source).length > 0) attributes.source = {_type: 'sanity.assetSourceData', ...source}
  const asked = search.getAll('meta').flatMap((part) => part.split(','))
  return {
    filename: plainName(search.get('filename')),
    attributes,
    extract: asked.length > 0 ? new Set(extracts.filter((name) => asked.includes(name))) : usualExtracts,
  }
}

/** The last part of what the browser called it, without control characters. */
function plainName(name: string | null): string | null {
  const plain = (name ?? '')
    .toWellFormed()
    .replace(/^[^]*[\\/]/, '')
    .replace(/\p{Cc}/gu, '')
    .slice(0, 255)
    .toWellFormed()
  return plain || null
}
