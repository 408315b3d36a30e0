import type {SanityClient, Transaction} from '@sanity/client'

import type {Member, Reference} from '@/lib/manuscripts/body'
import {applyPlan, planReferences, type ReferencePlan} from '@/lib/manuscripts/works/referencePlan'
import {worksOf} from '@/lib/manuscripts/worksOf'
import {type LibraryWork, readLibrary} from '@/sanity/works/library'
import {createWorkFinder} from '@/sanity/works/workFinder'
import type {ImportReport} from './report.ts'

interface WorksOptions {
  client: SanityClient
  createKey: () => string
  createId: () => string
  chooseReferences: (plan: ReferencePlan) => Promise<boolean>
  report: ImportReport
  transaction: Transaction
}

/** The text with citations, and references to the works that it does not cite; as it is where that is not wanted. */
export async function makeWorks(
  body: readonly Member[],
  {client, createKey, createId, chooseReferences, report, transaction}: WorksOptions,
): Promise<{body: Member[]; furtherReading: Reference[]}> {
  const plan = planReferences(body)
  if (!plan) return {body: [...body], furtherReading: []}
  const {section, marks, unmatched} = plan
  if (!(await chooseReferences(plan))) {
    report.findings.push({message: `“${section.title}” stays in the text as it is.`, after: ''})
    return {body: [...body], furtherReading: []}
  }
  const finder = createWorkFinder<LibraryWork>(await readLibrary(client))
  const chosen = [...section.entries.keys()]
  const {references, documents} = worksOf(section.entries, {chosen, finder, createId, createKey})
  for (const document of documents) transaction.create(document)

  const made = new Set(documents.map(({_id}) => _id))
  for (const [place, {line, parsed}] of section.entries.entries()) {
    const isNew = made.delete(`drafts.${references.get(place)?._ref}`)
    const isUnderstood = !isNew || Boolean(parsed.reference.title)
    report.references.push({line, isNew, isUnderstood, problems: isNew ? parsed.problems : []})
  }
  for (const text of [...section.subtitles.map((subtitle) => subtitle.text), ...section.asides])
    report.findings.push({message: `“${text}” in the list of works was left out.`, text, after: ''})
  if (unmatched.length > 0)
    report.findings.push({message: `No work has the number in ${unmatched.join(', ')}: left as text.`, after: ''})

  const applied = applyPlan(body, plan, {references, marks, createKey})
  report.citations = marks.length
  return {body: applied.body, furtherReading: applied.uncited}
}
