import type {ReferenceRecord} from '@/lib/citations/reference'
import type {Style} from '@/lib/citations/styles/style'

import type {CslItem, CslName} from './csl'
import {defined} from './defined'
import {fitType} from './fitType'
import {toNeutralItem} from './toNeutralItem'

const MAX_CHARACTERS = 2_000
const MAX_NAMES = 500

/** A reference as CSL-JSON, arranged so that a stock style prints it well; some of it is for APA alone. Never throws. */
export function toCslItem(reference: ReferenceRecord, style: Pick<Style, 'isApa' | 'fit'> = {isApa: true}): CslItem {
  const {title, ...item} = bounded(toNeutralItem(reference))
  const titled = title === undefined ? item : {...item, title: withoutFullStop(title)}
  return style.fit ? style.fit(titled) : fitType(titled, style)
}

/** The engine needs seconds for a text that somebody pasted into the wrong field. Addresses stay whole. */
function bounded(item: CslItem): CslItem {
  const fields = Object.entries(item).map(([name, value]) => [
    name,
    typeof value === 'string' && name !== 'URL' && name !== 'DOI' ? cut(value) : value,
  ])
  const {id, type} = item
  const names = (list: CslItem['author']) => list?.slice(0, MAX_NAMES).map(cutName)
  const people = {author: names(item.author), editor: names(item.editor), translator: names(item.translator)}
  return {...Object.fromEntries(fields), ...defined(people), id, type}
}

function cutName(name: CslName): CslName {
  return Object.fromEntries(Object.entries(name).map(([part, value]) => [part, cut(String(value))]))
}

function cut(text: string): string {
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS).toWellFormed()}…` : text
}

/** Styles set their own full stop; that of an abbreviation or an ellipsis stays. */
function withoutFullStop(title: string): string {
  return title.replace(/(?<!\.|\b\p{L}|\b(?:etc|Inc|Ltd|Co|Corp|Jr|Sr|vol|no))\.$/iu, '')
}
