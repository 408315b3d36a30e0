import {cleanLine} from '@/lib/citations/cleanLine'
import {escapeText, linked} from '@/lib/citations/entries/entryFormat'
import type {FormattedEntry} from '@/lib/citations/entries/formatEntry'
import type {ContributorRecord, ReferenceRecord} from '@/lib/citations/reference'

const MLA_MONTHS = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.']

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** An article as a list of works cited in the manner of MLA (9th edition) has it. The title keeps its capitals. */
export function mlaEntry(reference: ReferenceRecord): FormattedEntry {
  const {year, month, day} = reference.issued ?? {}
  const date = year ? [day, month && MLA_MONTHS[month - 1], year].filter(Boolean).join(' ') : ''
  return entry(reference, {names: names(reference.author ?? [], {all: 2, first: 1}), beforeUrl: ', ', date})
}

/** An article as a bibliography in the manner of Chicago (18th edition, notes) has it. The title keeps its capitals. */
export function chicagoEntry(reference: ReferenceRecord): FormattedEntry {
  const {year, month, day} = reference.issued ?? {}
  const monthAndDay = [month && MONTHS[month - 1], day].filter(Boolean).join(' ')
  const date = year ? [monthAndDay, year].filter(Boolean).join(', ') : 'n.d.'
  return entry(reference, {names: names(reference.author ?? [], {all: 6, first: 3}), beforeUrl: '. ', date})
}

interface Parts {
  names: string
  beforeUrl: ', ' | '. '
  date: string
}

function entry(reference: ReferenceRecord, {names, beforeUrl, date}: Parts): FormattedEntry {
  const container = cleanLine(reference.containerTitle) ?? ''
  const url = cleanLine(reference.url) ?? ''
  const lead = `${names ? `${closed(names)} ` : ''}“${title(cleanLine(reference.title) ?? 'Untitled')}” `
  const dated = date ? `, ${date}` : ''
  const stop = dated.endsWith('.') && beforeUrl === '. ' ? ' ' : beforeUrl
  const end = url ? [stop, '.'] : [dated.endsWith('.') ? '' : '.', '']
  return {
    html: `${escapeText(lead)}<i>${escapeText(container)}</i>${escapeText(dated)}${end[0]}${linked(escapeText(url))}${end[1]}`,
    text: `${lead}${container}${dated}${end[0]}${url}${end[1]}`,
  }
}

/** The first name turned round, up to `all` names; of more, the `first` and “et al.” */
function names(contributors: readonly ContributorRecord[], limits: {all: number; first: number}): string {
  const isCut = contributors.length > limits.all
  const shown = contributors.slice(0, isCut ? limits.first : limits.all).map((name, index) => nameText(name, index > 0))
  if (isCut) return `${shown.join(', ')}, et al.`
  const last = shown.pop() ?? ''
  return shown.length > 0 ? `${shown.join(', ')}, and ${last}` : last
}

function nameText({literal, family, given, particles, suffix}: ContributorRecord, isNatural: boolean): string {
  if (literal) return cleanLine(literal) ?? ''
  const last = [particles, family].filter(Boolean).join(' ')
  const name = isNatural
    ? [given, last, suffix].filter(Boolean).join(' ')
    : [last, given, suffix].filter(Boolean).join(', ')
  return cleanLine(name) ?? ''
}

/** Quotation marks within quotation marks are single ones; the full stop stands before them all. */
function title(text: string): string {
  const inner = text.replace(/[“"]([^“”"]*)[”"]/g, '‘$1’')
  const isQuotedLast = /[”"]$/.test(text) && inner.endsWith('’')
  return isQuotedLast ? `${closed(inner.slice(0, -1))}’` : closed(inner)
}

function closed(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`
}
