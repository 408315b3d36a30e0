import {parseBibliography} from '@/lib/bibliography/parseBibliography'
import {toReferenceDocument, type ReferenceDocument} from '@/lib/bibliography/toReferenceDocument'

interface NewReferenceOptions {
  id: string
  createKey: () => string
}

/**
 * A reference made from what was typed into a search: the fields of a DOI, an address or a whole line; other words are
 * its title, and its type is left open.
 */
export function newReference(typed: string, options: NewReferenceOptions): ReferenceDocument {
  const [entry, ...others] = parseBibliography(typed)
  const isUnderstood = entry && others.length === 0 && entry.format !== 'unparsed' && entry.format !== 'aside'
  if (isUnderstood && (entry.reference.title || entry.reference.doi || entry.reference.url)) {
    return toReferenceDocument(entry.reference, options)
  }
  const {type: _type, ...untyped} = toReferenceDocument({title: typed}, options)
  return untyped
}
