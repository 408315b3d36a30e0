import type {EntryFields} from '../entryFields'
import {isImprint} from './publisher'
import {withoutStop} from './sentences'

const PAGE = String.raw`(?:[A-Z]{0,2}\d+[A-Za-z]?|[ivxlc]+)`
export const PAGES = String.raw`${PAGE}(?:\s?[-‐‑–—]\s?${PAGE})?(?:,\s${PAGE}(?:\s?[-–—]\s?${PAGE})?)*`
const ARTICLE = String.raw`(?:Article|Art\.?(?: no\.?| ID)?|Paper|e-?ID:?)\s+[A-Za-z]{0,4}[\d.-]+\w*|e[a-z]*\d+`

const VOLUME = String.raw`(?:vol(?:ume)?\.?\s*|Jg\.?\s*|Bd\.?\s*)?(L?\d{1,4}[A-Za-z]?(?:[-–/]\d{1,4})?|[IVXLC]+)`
const ISSUE = String.raw`(?:\s?\(([^()]{1,60})\)|,?\s(?:no\.?|nr\.?|issue|iss\.?|H\.)\s?([\w–-]+(?:\/\w+)?))?`
const JOURNAL = new RegExp(
  `^(.{2,200}?),?\\s${VOLUME}${ISSUE}(?:\\s?[,:;]\\s*(?:pp?\\.?\\s?|S\\.\\s?|pages\\s)?(${ARTICLE}|${PAGES}))?\\s*[.,]?$`,
  'iu',
)
/** `12.3: 45`, as MLA had it. */
const VOLUME_AND_ISSUE = /(?<=\s)(\d{1,4})\.(\d{1,3})(?=(?:[:,]\s*| \()\d)/
const ISSUE_ONLY = new RegExp(
  `^(.{2,200}?),?\\s(?:\\((\\d[^()]{0,20})\\)|(?:no|nr|issue)\\.?\\s?(\\d+))(?:[,:]\\s*(?:pp?\\.?\\s?)?(${PAGES}))?\\.?$`,
  'iu',
)
const PAGED = new RegExp(`^(.{2,200}?),\\s(?:pp?\\.?\\s?|pages\\s|S\\.\\s?)?(${PAGES})\\.?$`, 'u')
const ARTICLED = new RegExp(`^(.{2,200}?),\\s(${ARTICLE})\\.?$`, 'iu')

/** Keeps what `Journal, 12(3), 45–67`, `Journal 12, no. 3: 45–67` and `Newspaper, A1` say; false for other texts. */
export function readPeriodical(text: string, fields: EntryFields): boolean {
  if (text.length > 320) return false
  const journal = JOURNAL.exec(text.replace(VOLUME_AND_ISSUE, '$1($2)'))
  if (
    journal &&
    isName(journal[1]) &&
    !/[,.]\s(?:no|nr|issue|pp?)\.?$/i.test(journal[1] ?? '') &&
    !(/[-–]/.test(journal[2] ?? '') && !journal[3] && !journal[4] && !journal[5])
  ) {
    const [, name, volume, bracketed, issue, locator] = journal
    fields.set('containerTitle', withoutStop(name ?? ''), 'sure')
    fields.set('volume', volume, bracketed || issue || locator ? 'sure' : 'likely')
    fields.set('issue', issueNumber(bracketed ?? issue), 'sure')
    keepLocator(locator, fields)
    return true
  }
  const [, name, issue, otherIssue, locator] = ISSUE_ONLY.exec(text) ?? []
  if (isName(name)) {
    fields.set('containerTitle', withoutStop(name ?? ''), 'sure')
    fields.set('issue', issue ?? otherIssue, 'sure')
    keepLocator(locator, fields)
    return true
  }
  const paged = PAGED.exec(text) ?? ARTICLED.exec(text)
  if (!paged || !isName(paged[1])) return false
  fields.set('containerTitle', withoutStop(paged[1] ?? ''), 'likely')
  keepLocator(paged[2], fields)
  return true
}

function isName(name: string | undefined): boolean {
  return (
    name !== undefined &&
    /\p{L}{2}/u.test(name) &&
    !/^(?:In|pp?)\b\.?\s/.test(name) &&
    !isImprint(name) &&
    (isAbbreviated(name) || !/[.?!]\s.*[.?!]\s/.test(name))
  )
}

/** `Appl. Phys. Lett` */
function isAbbreviated(name: string): boolean {
  return name.length < 80 && /^(?:\p{Lu}[\p{L}-]{1,9}\.? )+\p{Lu}[\p{L}-]{0,9}\.?$/u.test(name)
}

function issueNumber(issue: string | undefined): string | undefined {
  return issue?.replace(/^(?:no|nr|issue|iss)\.?\s*/i, '').trim()
}

export function keepLocator(locator: string | undefined, fields: EntryFields) {
  const article = locator && /^(?:Article|Art\.?(?: no\.?| ID)?|Paper|e-?ID:?)\s+(\S+)$|^(e[a-z]*\d+)$/i.exec(locator)
  if (article) fields.set('number', article[1] ?? article[2], 'sure')
  else fields.set('page', locator?.replace(/\s?[-‐‑–—]+\s?/g, '–'), 'sure')
}
