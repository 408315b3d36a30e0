import type {Transaction} from '@sanity/client'

import type {ManuscriptArticle} from '@/lib/manuscripts/facts/articleOf'
import {type Reference, type TextBlock, textOf} from '@/lib/manuscripts/body'
import {referenceTo} from '@/lib/manuscripts/worksOf'
import {plainWords} from '@/lib/citations/works/titleKey'
import {toSlug} from '@/lib/slugs/toSlug'
import type {Known} from './known.ts'
import type {ImportReport} from './report.ts'

interface AuthorOptions {
  known: Known
  createId: () => string
  createKey: () => string
  report: ImportReport
  transaction: Transaction
}

/** The authors of these names, in byline order; who is not there yet becomes a draft with what the manuscript says of her. */
export function makeAuthors({authors, biographies}: ManuscriptArticle, options: AuthorOptions): Reference[] {
  const {report} = options
  if (authors.length === 0) report.findings.push({message: 'No byline was found: add who wrote it.', after: ''})
  for (const {name, text} of biographies) {
    if (name !== null && authors.includes(name)) continue
    const message = 'A biography was left out, because it is not clear whose it is.'
    report.findings.push({message, text: textIn(text), after: ''})
  }
  return authors.map((name) => makeAuthor(name, biographies.find((other) => other.name === name)?.text, options))
}

function makeAuthor(
  name: string,
  biography: TextBlock[] | undefined,
  {known, createId, createKey, report, transaction}: AuthorOptions,
): Reference {
  const existing = known.authors.find((author) => plainWords(author.name) === plainWords(name))
  if (existing) {
    report.authors.push({name: existing.name, isNew: false})
    const message = `${name} has an author page already: what the manuscript says of the author was left out.`
    if (biography) report.findings.push({message, text: textIn(biography), after: ''})
    return referenceTo(existing, 'author')
  }
  const id = createId()
  const slug = toSlug(name) || id
  const isTaken = known.authors.some((author) => author.slug === slug)
  transaction.create({
    _id: `drafts.${id}`,
    _type: 'author',
    name,
    slug: {_type: 'slug', current: isTaken ? `${slug}-2` : slug},
    ...(biography && {bio: biography.map((block) => ({...block, _key: createKey()}))}),
  })
  report.authors.push({name, isNew: true})
  return referenceTo({id, isPublished: false}, 'author')
}

function textIn(blocks: readonly TextBlock[]): string {
  return blocks.map(textOf).join(' ')
}
