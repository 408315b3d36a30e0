import {isoDay} from './isoDay'

export interface MediumReading {
  /** The line without what was taken out. */
  text: string
  /** `YYYY-MM-DD`. */
  accessed?: string
  problems: string[]
}

const MEDIUM =
  /\s*\[(?:(?:home ?page|web ?page|web ?site|serial|journal|article|book|database|document|monograph)?(?: on the |, )?(?:internet|online|on-line|en ligne|en línea))\]/giu
const CITED =
  /\s*[[(](?:((?:last )?(?:updated|modified|reviewed|revised|rev\.)[^;[\]]{4,30})[;,] ?)?(?:cited|citado|cité)(?: on)?:? ([^[\]]{4,30})[\])]/iu
const CHANGE = String.raw`((?:last )?(?:updated|modified|reviewed|revised)(?: on)?:? ([\p{L}\d., /-]{3,25}?\d{4}|\d{4} \p{L}{3,9}(?: \d{1,2})?|\d{4}-\d\d-\d\d))`
const CHANGED = new RegExp(`\\s*\\[${CHANGE}\\]|(?<=[.;,”"’»)\\]] )${CHANGE}(?=[.;,]|$)`, 'iu')
const EARLY = /\sEpub \d{4} \p{L}{3,9}(?: \d{1,2})?\./u
const STOPPED = '\u0000'
const YEAR = /(?:\b|\bc|©)(?:1[4-9]|20)\d{2}\b/
/** Takes out of a line what Vancouver and IEEE say of the medium: `[Internet]`, `[cited 2020 May 6]`, `[Online].` */
export function takeMedium(line: string): MediumReading {
  const text = line
    .replace(MEDIUM, (_, at: number) => (/[.”"]$/.test(line.slice(0, at)) ? STOPPED : ''))
    .replace(new RegExp(`${STOPPED}\\.?`, 'g'), '')
  const [early] = EARLY.exec(text) ?? []
  if (early) {
    const {problems, ...rest} = takeMedium(line.replace(early, ''))
    return {...rest, problems: [`Not kept: “${early.trim()}”`, ...problems]}
  }
  const [whole, changed, cited = ''] = CITED.exec(text) ?? []
  if (!whole) return {text, problems: []}
  const day = isoDay(cited)
  return {
    text: text.replace(whole, changed ? ` [${changed}]` : ''),
    ...(day ? {accessed: day} : {}),
    problems: day ? [] : [`Not understood: “${cited}”, the day when it was read.`],
  }
}

/** Takes out `[updated 2020 Apr 29]` and `Updated May 6, 2020.`; the day stays as the date of a line that has no other. */
export function takeChanged(line: string): MediumReading {
  const found = CHANGED.exec(line)
  if (!found) return {text: line, problems: []}
  const [whole, ...groups] = found
  const [words = '', date = ''] = groups.filter((group) => group !== undefined)
  const before = line.slice(0, found.index)
  const after = line.slice(found.index + whole.length)
  if (YEAR.test(before + after))
    return {text: before.trimEnd() + after.replace(/^[.;,]/, ''), problems: [`Not kept: “${words}”.`]}
  return {text: `${before} ${date}${after}`, problems: [`The date is that of the last change: “${words}”.`]}
}
