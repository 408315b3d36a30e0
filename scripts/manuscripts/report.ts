import type {Finding} from '@/lib/manuscripts/finding'

/** What was understood of a manuscript, and what was not. */
export interface ImportReport {
  /** Of the article's draft, without `drafts.`; `null` when nothing was written. */
  id: string | null
  title: string
  slug: string
  dek: string | null
  date: string | null
  authors: {name: string; isNew: boolean}[]
  topics: string[]
  references: {line: string; isNew: boolean; isUnderstood: boolean; problems: string[]}[]
  citations: number
  pictures: number
  findings: Finding[]
}

/** The report for a terminal, with the address of the draft in the Studio. */
export function reportLines(report: ImportReport, studioUrl: string): string[] {
  const {id, references, findings} = report
  const reused = references.filter(({isNew}) => !isNew).length
  const facts: [string, string | null][] = [
    ['Title', report.title],
    ['Dek', report.dek],
    ['Date', report.date],
    ['By', report.authors.map(({name, isNew}) => (isNew ? `${name} (a new author)` : name)).join(', ') || null],
    ['Topics', report.topics.join(', ') || null],
    ['Address', `/articles/${report.slug}`],
    ['Pictures', report.pictures > 0 ? String(report.pictures) : null],
    ['References', references.length > 0 ? `${references.length}, of which ${reused} were in the library` : null],
    ['Citations', report.citations > 0 ? String(report.citations) : null],
  ]
  const doubts = references.flatMap(({line, isUnderstood, problems}) =>
    isUnderstood && problems.length === 0
      ? []
      : [
          `  - ${line}`,
          ...(isUnderstood ? [] : ['      Kept as it stands: not understood.']),
          ...problems.map((problem) => `      ${problem}`),
        ],
  )
  return [
    ...facts.flatMap(([name, value]) => (value === null ? [] : [`${`${name}:`.padEnd(12)}${value}`])),
    ...(doubts.length > 0 ? ['', 'References to look at:', ...doubts] : []),
    ...(findings.length > 0 ? ['', 'Not as it was in the manuscript:', ...findings.flatMap(findingLines)] : []),
    '',
    id ? `The draft is at ${studioUrl}/structure/articles;all;${id}` : 'Nothing was written.',
  ]
}

function findingLines({message, text, after}: Finding): string[] {
  const isTold = !text || message.includes(text)
  return [`  - ${message}${after ? ` (After “${after}”)` : ''}`, ...(isTold ? [] : [`      ${text}`])]
}
