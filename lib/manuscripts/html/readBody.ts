import type {BodyMember} from '@/lib/manuscripts/body'
import type {Finding} from '@/lib/manuscripts/finding'

import {attachCaptions} from './captions'
import type {HeadRole} from './elements'
import {levelHeadings} from './headingLevels'
import {type DomNode, readMarkup} from './markup'
import {liftNotes} from './notes'
import type {Picture} from './pictures'
import {toBody} from './toBody'

/** What a text from elsewhere is in terms of an article. */
export interface ManuscriptBody {
  /** Figures lack their pictures. */
  body: BodyMember[]
  /** What stood in the place of each figure, by its key. */
  pictures: ReadonlyMap<string, Picture>
  /** The level of each heading as its program had it, 1 to 6, by key. */
  headings: ReadonlyMap<string, number>
  /** Paragraphs that belong to the head of an article by their style, by key. */
  roles: ReadonlyMap<string, HeadRole>
  /** In reading order. */
  findings: Finding[]
}

/**
 * Reads parsed HTML of a word processor, a web page or a converter as the body of an article: headings, lists, links,
 * emphasis, quotations, tables, code, figures and notes. The rest of its looks goes; of its words, none.
 */
export function readBody(root: DomNode, createKey: () => string): ManuscriptBody {
  const markup = readMarkup(root)
  const titles = liftNotes(markup)
  const read = toBody(markup, createKey)
  const members = attachCaptions(levelHeadings(read.members, read.headings), {captions: read.captions, createKey})
  const findings = titles.map((text) => ({
    message: `The heading “${text}” was left out: notes stand where their marks were.`,
    text,
    after: '',
  }))
  const {pictures, headings, roles} = read
  return {body: members, pictures, headings, roles, findings: [...read.findings, ...findings]}
}
