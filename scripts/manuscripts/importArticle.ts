import type {SanityClient} from '@sanity/client'

import type {Member} from '@/lib/manuscripts/body'
import type {ReferencePlan} from '@/lib/manuscripts/works/referencePlan'
import {plainWords} from '@/lib/citations/works/titleKey'
import {licences} from '@/lib/licences/licences'
import {toSlug} from '@/lib/slugs/toSlug'
import {isSlug} from '@/lib/slugs/isSlug'
import {Refusal} from '../bootstrap/refusal.mjs'
import {type Known, readKnown} from './known.ts'
import type {ImportReport} from './report.ts'
import type {Manuscript} from './readManuscript.ts'
import {makeAuthors} from './makeAuthors.ts'
import {makeWorks} from './makeWorks.ts'
import {uploadPictures} from './uploadPictures.ts'

export interface ImportOptions {
  client: SanityClient
  createKey: () => string
  createId: () => string
  /** Makes a second article where one of this title or address exists. */
  again: boolean
  /** Whether lists of works and their marks become references and citations. */
  chooseReferences: (plan: ReferencePlan) => Promise<boolean>
  /** Says what would be done, and does nothing. */
  dryRun: boolean
}

/**
 * Makes one draft of a manuscript, with drafts of the references and authors that there are not yet, in one transaction.
 * Pictures are uploaded before it.
 *
 * @throws {Refusal} when such an article exists, before anything is written.
 */
export async function importArticle(manuscript: Manuscript, options: ImportOptions): Promise<ImportReport> {
  const {client, createKey, createId, dryRun} = options
  const {article} = manuscript
  const known = await readKnown(client)
  const title = article.title ?? 'Untitled manuscript'
  const slug = freeSlug(article.slug ?? title, known, {title, again: options.again})
  const report: ImportReport = {
    title,
    slug,
    dek: article.dek,
    date: article.date,
    id: null,
    authors: [],
    topics: [],
    references: [],
    citations: 0,
    pictures: 0,
    findings: [...article.findings],
  }
  if (article.slug && article.slug !== slug)
    report.findings.push({message: `The address “${article.slug}” became “${slug}”.`, after: ''})
  if (!article.title) report.findings.push({message: 'No title was found.', after: ''})
  if (!article.date) report.findings.push({message: 'No date was found: set it before you publish.', after: ''})

  const transaction = client.transaction()
  const authors = makeAuthors(article, {known, createId, createKey, report, transaction})
  const {body, furtherReading} = await makeWorks(article.body, {...options, report, transaction})
  const pictured = await uploadPictures(
    {...manuscript, members: body, leadFigure: article.leadFigure},
    {client, dryRun, report},
  )
  const topics = topicsOf(article.topics, {known, report})

  const id = createId()
  transaction.create({
    _id: `drafts.${id}`,
    _type: 'article',
    title,
    slug: {_type: 'slug', current: slug},
    ...(article.dek && {dek: article.dek}),
    ...(article.date && {publishedAt: `${article.date}T12:00:00.000Z`}),
    ...(authors.length > 0 && {
      authors: authors.map((author) => ({_type: 'contribution', _key: createKey(), author, role: 'author'})),
    }),
    ...(topics.length > 0 && {topics: topics.map((_ref) => ({_type: 'reference', _key: createKey(), _ref}))}),
    ...(pictured.leadFigure && {leadImage: withoutKey(pictured.leadFigure)}),
    body: pictured.members,
    licence: licences[0].value,
    ...(furtherReading.length > 0 && {
      furtherReading: furtherReading.map((reference) => ({...reference, _key: createKey()})),
    }),
  })
  if (dryRun) return report
  await transaction.commit({tag: 'manuscript.import'})
  return {...report, id}
}

function freeSlug(wanted: string, known: Known, {title, again}: {title: string; again: boolean}): string {
  const slug = isSlug(wanted) ? wanted : toSlug(wanted) || 'manuscript'
  const existing = known.articles.find(
    (article) => article.slug === slug || plainWords(article.title) === plainWords(title),
  )
  if (existing && !again)
    throw new Refusal(
      `There is an article “${existing.title}” already (/articles/${existing.slug || slug}). Nothing was imported; --again makes another.`,
    )
  const taken = new Set(known.articles.map((article) => article.slug))
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}

function topicsOf(names: readonly string[], {known, report}: {known: Known; report: ImportReport}): string[] {
  return names.flatMap((name) => {
    const topic = known.topics.find(({title, slug}) => plainWords(title) === plainWords(name) || slug === name)
    if (topic) report.topics.push(topic.title)
    else
      report.findings.push({
        message: `There is no published topic “${name}”: choose one in the article’s details.`,
        text: name,
        after: '',
      })
    return topic ? [topic.id] : []
  })
}

function withoutKey<M extends Member>({_key, ...fields}: M): Omit<M, '_key'> {
  return fields
}
