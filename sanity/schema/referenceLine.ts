import {locatorText} from '@/lib/citations/citing/locatorLabels'

/** What `referenceLineSelection` selects, once a preview has resolved it. */
export interface ReferenceLine {
  family0?: string
  family1?: string
  family2?: string
  literal0?: string
  literal1?: string
  editor?: string
  status?: string
  year?: number
  workTitle?: string
  /** The line it was pasted as, which stands where there is no title. */
  verbatim?: string
  locator?: string
  label?: string
}

/** Preview paths of a reference's first names, year and title; `prefix` leads to the reference and ends with a dot. */
export function referenceLineSelection(prefix = '') {
  return {
    family0: `${prefix}author.0.family`,
    family1: `${prefix}author.1.family`,
    family2: `${prefix}author.2.family`,
    literal0: `${prefix}author.0.literal`,
    literal1: `${prefix}author.1.literal`,
    editor: `${prefix}editor.0.family`,
    status: `${prefix}issued.status`,
    year: `${prefix}issued.year`,
    workTitle: `${prefix}title`,
    verbatim: `${prefix}verbatim`,
  }
}

/**
 * A citation in the text, as short as an editor still recognises it: `Polanyi 1944: 12–14`, `Polanyi 1944, ch. 3`.
 * The form cuts it after some twenty letters. Readers get the style of the settings.
 */
export function citeText(line: ReferenceLine): string {
  const who = names(line) ?? line.workTitle
  if (!who && line.verbatim) return `${line.verbatim}${place(line)}`
  return who ? `${who} ${year(line)}${place(line)}` : 'Choose a reference'
}

/** A line of a reference list, shortened: `Polanyi (1944). The Great Transformation`. */
export function referenceLine(line: ReferenceLine): string {
  if (!line.workTitle && line.verbatim) return line.verbatim
  const title = line.workTitle ?? 'Untitled'
  const who = names(line)
  return who ? `${who} (${year(line)}). ${title}` : `${title} (${year(line)})`
}

function place({locator, label}: ReferenceLine): string {
  if (!locator) return ''
  return !label || label === 'page' ? `: ${locator}` : `, ${locatorText(locator, label)}`
}

function names(line: ReferenceLine): string | undefined {
  const first = line.family0 ?? line.literal0 ?? line.editor
  const second = line.family1 ?? line.literal1
  if (!second) return first
  return line.family2 ? `${first} et al.` : `${first} & ${second}`
}

function year({status, year}: ReferenceLine): string {
  if (status === 'inPress') return 'in press'
  if (status === 'nd' || year === undefined) return 'n.d.'
  return year < 0 ? `${-year} BC` : String(year)
}
