import type {CslItem} from '@/lib/citations/csl/csl'
import type {ReferenceRecord} from '@/lib/citations/reference'
import {withoutLiterals} from '@/lib/citations/richText'

import {citeKeys} from './citeKeys'
import {exportItem, type ExportItem} from './exportItem'

/**
 * References as CSL-JSON, each variable where the specification has it, in the order given.
 *
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
export function toCslJson(references: readonly ReferenceRecord[]): string {
  const items = references.map(exportItem)
  const keys = citeKeys(items)
  return `${JSON.stringify(
    items.map((item, index) => ({...specified(withLiteralTitle(item)), id: keys[index] ?? item.id})),
    null,
    2,
  )}\n`
}

/** CSL-JSON has no way to say that a tag in a title is none. */
function withLiteralTitle({title, ...item}: ExportItem): ExportItem {
  return {...item, ...(title ? {title: withoutLiterals(title)} : {})}
}

/** What the editor's form calls by one name is another variable for some types. */
function specified(item: ExportItem): CslItem {
  const {edition, publisher, 'container-title': container, 'publisher-place': place, ...rest} = item
  const usual = {
    ...(edition ? {edition} : {}),
    ...(publisher ? {publisher} : {}),
    ...(container ? {'container-title': container} : {}),
    ...(place ? {'publisher-place': place} : {}),
  }
  if (item.type === 'legal_case') return {...rest, ...usual, publisher: undefined, authority: publisher}
  if (item.type === 'software' || item.type === 'dataset')
    return {...rest, ...usual, edition: undefined, version: edition}
  if (item.type !== 'speech') return {...rest, ...usual}
  return {
    ...rest,
    ...usual,
    'container-title': undefined,
    'publisher-place': undefined,
    'event-title': container,
    'event-place': place,
  }
}
