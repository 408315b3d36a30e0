import type {ArchivedCopyRecord} from '../parsedEntry'
import {toAddress, withoutWrapping} from '../split/addresses'
import {isoDay} from './isoDay'
import type {LineAddresses} from './lineAddresses'
import {takeNumbers} from './takeNumbers'

const DATE = String.raw`([\p{L}\d.,/ -]{4,30}?\d{4}|\d{4}-\d\d-\d\d|\d{4}, \p{L}+ \d{1,2}|\d{1,2}/\d{1,2}/\d{2,4})`
const READ =
  '(?:retrieved|zuletzt (?:geprüft|abgerufen|aufgerufen|besucht)|accessed|access(?:ed)? date:?|viewed|consulted|read|abgerufen|zugriff|consulté|visited)'
const ADDRESS =
  /(?:https?:\/\/|www\.(?=\w))[^\s"“”]+|(?<![\w@./-])(?:[a-z\d-]+\.)+(?:com|org|net|edu|gov|int|info|io|eu|uk|de|at|ch|fr|ca|au)\/[^\s"“”]+|(?:\bdoi(?:\.org\/|:\s*|\s+))?(?<![\w./])10\.\d{4,9}(?:\.\d+)*\/[^\s"“”]+/giu

const LEAD = new RegExp(
  `(?:[\\[(<]?(?:${READ}(?: online)?(?: on| am| le)?:? (?:\\d{1,2}:\\d\\d(?: UTC)?,? )?${DATE}[.,]?(?: (?:from|at|via|von|de|sur|available(?: online)?(?: at| from)?))?` +
    `|${READ},?(?: online)?(?: from| at| via)?|(?:available|accessible)(?: online)?(?: from| at| via| under)?|availabl[ey] (?:at|from)` +
    `|(?:online )?(?:verfügbar|abrufbar) unter|disponible en|archived (?:from the original )?(?:at|from|on)(?: ${DATE}(?: (?:at|from))?)?|(?:doi|link|web):|url:?)?\\s*:?\\s*[<(\\[]?)$`,
  'iu',
)
const TRAIL = new RegExp(
  `^[>)\\].,;:]*\\s*[\\[(]?(?:last |date )?(${READ}|archived(?: from the original)?)(?: on| am| le)?:? ${DATE}[\\])]*[.;,]?`,
  'iu',
)
const LEAD_ALONE = new RegExp(
  `[\\[(]${READ}(?: on| am| le)?:? ${DATE}[\\])][.,;]?\\s*|(?<=[.,;”"’)\\]] )(?:${READ}(?: on| am| le)?:?|Web\\.) ${DATE}[.,;]?\\s*$`,
  'iu',
)

/** Takes the addresses out of a line, with “Retrieved …, from”, “accessed …” and “archived …” around them. */
export function takeAddresses(line: string): LineAddresses {
  const found: LineAddresses = {text: '', problems: []}
  const plain = withoutMarkdownLinks(line)
  let from = 0
  for (const match of plain.matchAll(ADDRESS)) {
    const word = withoutWrapping(match[0].replace(/^doi\s+/i, ''))
    const address = toAddress(word)
    if (!address || match.index < from) continue
    const before = plain.slice(from, match.index)
    const lead = LEAD.exec(before.slice(-100))
    const end = match.index + (match[0].length - match[0].replace(/^doi\s+/i, '').length) + word.length
    const trail = TRAIL.exec(plain.slice(end, end + 120))
    const leadLength =
      lead && (/^[\s(<[]/.test(lead[0]) || /(?:^|[\s(<[>])$/.test(before.slice(0, before.length - lead[0].length)))
        ? lead[0].length
        : 0
    found.text += before.slice(0, before.length - leadLength)
    const isArchived = /^[[(<]?archived/i.test(lead?.[0] ?? '')
    keepAddress(found, address, isArchived)
    const dates = [lead?.[1], lead?.[2], trail?.[2]].filter((date) => date !== undefined)
    for (const date of dates) keepDate(found, date, /^archived/i.test(trail?.[1] ?? '') || isArchived)
    from = end + (trail ? trail[0].length : (/^[>)\]]?[.,;]?/.exec(plain.slice(end, end + 3))?.[0].length ?? 0))
  }
  found.text = collapse(found.text + plain.slice(from))
  const alone = LEAD_ALONE.exec(found.text)
  if (alone) {
    keepDate(found, alone[1] ?? alone[2] ?? '', false)
    found.text = collapse(found.text.replace(alone[0], ' '))
  }
  takeNumbers(found)
  return found
}

/** The addresses of links in Markdown go to the end; a label that is an address itself says nothing more. */
function withoutMarkdownLinks(line: string): string {
  const addresses: string[] = []
  const text = line.replace(
    /\[([^\][]{1,300})\]\((https?:\/\/[^\s()]{1,1000}(?:\([^\s()]{0,200}\))?[^\s()]{0,200})\)/gi,
    (_, label: string, address: string) => {
      addresses.push(address)
      return toAddress(label.trim()) ? '' : label
    },
  )
  return [text, ...addresses].join(' ')
}

function keepAddress(found: LineAddresses, {doi, url}: {doi?: string; url?: string}, isArchived: boolean) {
  const archive = url ? archivedCopy(url, isArchived) : null
  if (doi && !found.doi) found.doi = doi
  else if (archive && !found.archive) {
    found.archive = archive.copy
    found.url ??= archive.original
  } else if (url && (!found.url || found.url === url)) found.url = url
  else if (url !== found.url && doi !== found.doi) found.problems.push(`A second address was left out: ${url ?? doi}`)
}

function archivedCopy(url: string, isArchived: boolean): {copy: ArchivedCopyRecord; original?: string} | null {
  const wayback = /^https?:\/\/web\.archive\.org\/web\/(\d{4})?(\d{2})?(\d{2})?\d*[a-z_]*\/(.+)$/i.exec(url)
  if (wayback) {
    const [, year, month, day, original = ''] = wayback
    const capturedAt = day ? {capturedAt: `${year}-${month}-${day}`} : {}
    const address = toAddress(/^https?:/i.test(original) ? original : `http://${original}`)?.url
    return {copy: {url, ...capturedAt, service: 'Internet Archive'}, ...(address ? {original: address} : {})}
  }
  const service = /^https?:\/\/perma\.cc\//i.test(url)
    ? 'Perma.cc'
    : /^https?:\/\/archive\.(?:ph|is|today|md|vn)\//i.test(url)
      ? 'archive.today'
      : null
  if (service) return {copy: {url, service}}
  return isArchived ? {copy: {url}} : null
}

function keepDate(found: LineAddresses, text: string, isArchived: boolean) {
  const date = isoDay(text)
  if (!date) found.problems.push(`Not understood: “${text.trim()}”, the day when it was read.`)
  else if (isArchived && found.archive) found.archive = {...found.archive, capturedAt: date}
  else if (isArchived) found.problems.push(`Archived on ${date}, but the address of the copy is missing.`)
  else found.accessed ??= date
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
