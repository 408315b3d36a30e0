import type {Member, Reference, TextBlock} from '@/lib/manuscripts/body'
import {citeInBody} from './citeInBody'
import {citingBlocks, type Mark} from './marks'
import {findNameMarks} from './nameMarks'
import {findNumberMarks} from './numberMarks'
import {findReferenceSection, type ReferenceSection} from './referenceSection'

/** What the list of works at the end of a text could become. */
export interface ReferencePlan {
  section: ReferenceSection
  marks: Mark[]
  /** Bracketed numbers that no entry has. */
  unmatched: string[]
}

/** What could be made of a text's list of works and of the marks that point into it; `null` without a list. */
export function planReferences(body: readonly Member[]): ReferencePlan | null {
  const section = findReferenceSection(body)
  if (!section) return null
  const {entries} = section
  const listed = new Set(section.keys)
  const blocks = citingBlocks(body.filter(({_key}) => !listed.has(_key)))
  const {marks, unmatched} = findNumberMarks(
    blocks,
    entries.map(({number}) => number),
  )
  const named = findNameMarks(
    blocks,
    entries.map(({parsed, line}) => ({reference: parsed.reference, line})),
  )
  const separate = named.filter((mark) => !marks.some((other) => overlaps(mark, other)))
  return {section, marks: inReadingOrder([...marks, ...separate], blocks), unmatched}
}

function inReadingOrder(marks: readonly Mark[], blocks: readonly TextBlock[]): Mark[] {
  const order = new Map(blocks.map(({_key}, index) => [_key, index]))
  const place = ({blockKey}: Mark) => order.get(blockKey) ?? 0
  return [...marks].sort((a, b) => place(a) - place(b) || a.start - b.start)
}

function overlaps(a: Mark, b: Mark): boolean {
  return a.blockKey === b.blockKey && a.start < b.end && b.start < a.end
}

export interface PlanChoice {
  /** What each entry has become, by its place; entries that have become nothing stay in the text. */
  references: ReadonlyMap<number, Reference>
  marks: readonly Mark[]
  createKey: () => string
}

export interface AppliedPlan {
  body: Member[]
  /** Works that nothing cites, each once: further reading. */
  uncited: Reference[]
}

/** The text with citations for marks and without the lines that have become references; a title goes with its last line. */
export function applyPlan(
  body: readonly Member[],
  {section}: Pick<ReferencePlan, 'section'>,
  {references, marks, createKey}: PlanChoice,
): AppliedPlan {
  const kept = new Set(section.entries.flatMap(({blockKey}, entry) => (references.has(entry) ? [] : [blockKey])))
  const lines = new Set(section.entries.map(({blockKey}) => blockKey))
  const gone = new Set([...lines].filter((key) => !kept.has(key)))
  const titles = [...section.titleKeys, ...section.subtitles.map(({key}) => key)]
  if (kept.size === 0) for (const key of titles) gone.add(key)
  const referenceOf = (entry: number) => references.get(entry)
  const applied = marks.filter(({works}) => works.every(({entry}) => references.has(entry)))
  const cited = new Set(applied.flatMap(({works}) => works.map(({entry}) => references.get(entry)?._ref)))
  const uncited = [...references.values()].filter(({_ref}) => !cited.has(_ref))
  return {
    body: citeInBody(
      body.filter(({_key}) => !gone.has(_key)),
      {marks, referenceOf, createKey},
    ),
    uncited: [...new Map(uncited.map((reference) => [reference._ref, reference])).values()],
  }
}
