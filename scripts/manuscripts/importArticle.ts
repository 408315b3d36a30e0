import type {SanityClient} from '@sanity/client'

import {toReferenceDocument} from '@/lib/bibliography/toReferenceDocument'
import type {Member, Reference} from '@/lib/manuscripts/body'
import {applyPlan, planReferences, type ReferencePlan} from '@/lib/manuscripts/referencePlan'
import {toSlug} from '@/lib/slugs/toSlug'
import {isSlug} from '@/lib/slugs/isSlug'
import {readLibrary} from '@/sanity/tools/bibliography/library'
import {createWorkFinder} from '@/sanity/tools/bibliography/workFinder'
import {Refusal} from '../bootstrap/refusal.mjs'
import {type Known, plainName, readKnown} from './known.ts'
import type {ImportReport} from './report.ts'
import type {Manuscript} from './readManuscript.ts'
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
  const authors = article.authors.map((name) =>
    authorOf(name, {known, createId, createKey, report, manuscript, transaction}),
  )
  if (authors.length === 0) report.findings.push({message: 'No byline was found: add who wrote it.', after: ''})
  for (const {name, text} of article.biographies)
    if (name === null || !article.authors.includes(name))
      report.findings.push({
        message: 'A biography was left out, because it is not clear whose it is.',
        text: textIn(text),
        after: '',
      })

  const {body, furtherReading} = await withReferences(article.body, {...options, report, transaction})
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
    (article) => article.slug === slug || plainName(article.title) === plainName(title),
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

interface AuthorOptions {
  known: Known
  createId: () => string
  createKey: () => string
  report: ImportReport
  manuscript: Manuscript
  transaction: ReturnType<SanityClient['transaction']>
}

/** The author of this name, or a new draft of one with what the manuscript says of her. */
function authorOf(
  name: string,
  {known, createId, createKey, report, manuscript, transaction}: AuthorOptions,
): Reference {
  const biography = manuscript.article.biographies.find((other) => other.name === name)?.text
  const existing = known.authors.find((author) => plainName(author.name) === plainName(name))
  if (existing) {
    report.authors.push({name: existing.name, isNew: false})
    if (biography)
      report.findings.push({
        message: `${name} has an author page already: what the manuscript says of the author was left out.`,
        text: textIn(biography),
        after: '',
      })
    return referenceTo({id: existing.id, isPublished: existing.isPublished, type: 'author'})
  }
  const id = createId()
  const taken = new Set(known.authors.map(({slug}) => slug))
  const slug = toSlug(name) || id
  transaction.create({
    _id: `drafts.${id}`,
    _type: 'author',
    name,
    slug: {_type: 'slug', current: taken.has(slug) ? `${slug}-2` : slug},
    ...(biography && {bio: biography.map((block) => ({...block, _key: createKey()}))}),
  })
  report.authors.push({name, isNew: true})
  return referenceTo({id, isPublished: false, type: 'author'})
}

async function withReferences(
  body: readonly Member[],
  {
    client,
    createKey,
    createId,
    chooseReferences,
    report,
    transaction,
  }: ImportOptions & {report: ImportReport; transaction: AuthorOptions['transaction']},
): Promise<{body: Member[]; furtherReading: Reference[]}> {
  const plan = planReferences(body)
  if (!plan || !(await chooseReferences(plan))) {
    if (plan) report.findings.push({message: `“${plan.section.title}” stays in the text as it is.`, after: ''})
    return {body: [...body], furtherReading: []}
  }
  const library = await readLibrary(client)
  const finder = createWorkFinder(library)
  const references = new Map<number, Reference>()
  for (const [entry, {parsed, line}] of plan.section.entries.entries()) {
    const known = finder.find(parsed.reference)
    const id = known?.id ?? createId()
    if (!known) {
      transaction.create(toReferenceDocument(parsed.reference, {id: `drafts.${id}`, createKey}))
      finder.add({id, isPublished: false, record: parsed.reference})
    }
    references.set(entry, referenceTo({id, isPublished: known?.isPublished === true, type: 'bibliographicReference'}))
    report.references.push({
      line,
      isNew: !known,
      isUnderstood: Boolean(known ?? parsed.reference.title),
      problems: known ? [] : parsed.problems,
    })
  }
  const applied = applyPlan(body, plan, {references, marks: plan.marks, createKey})
  report.citations = plan.marks.length
  for (const text of [...plan.section.subtitles.map((subtitle) => subtitle.text), ...plan.section.asides])
    report.findings.push({message: `“${text}” in the list of works was left out.`, text, after: ''})
  if (plan.unmatched.length > 0)
    report.findings.push({message: `No work has the number in ${plan.unmatched.join(', ')}: left as text.`, after: ''})
  const uncited = applied.uncited.flatMap((entry) => references.get(entry) ?? [])
  const cited = new Set(plan.marks.flatMap(({works}) => works.map(({entry}) => references.get(entry)?._ref)))
  const distinct = [...new Map(uncited.map((reference) => [reference._ref, reference])).values()]
  return {body: applied.body, furtherReading: distinct.filter(({_ref}) => !cited.has(_ref))}
}

function topicsOf(names: readonly string[], {known, report}: {known: Known; report: ImportReport}): string[] {
  return names.flatMap((name) => {
    const topic = known.topics.find(({title, slug}) => plainName(title) === plainName(name) || slug === name)
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

function referenceTo({id, isPublished, type}: {id: string; isPublished: boolean; type: string}): Reference {
  return {_type: 'reference', _ref: id, ...(isPublished ? {} : {_weak: true, _strengthenOnPublish: {type}})}
}

function withoutKey<M extends Member>({_key, ...fields}: M): Omit<M, '_key'> {
  return fields
}

function textIn(blocks: readonly {children: readonly {_type: string; text?: unknown}[]}[]): string {
  return blocks.map(({children}) => children.map(({text}) => (typeof text === 'string' ? text : '')).join('')).join(' ')
}
