import {isWebUrl} from '@/lib/links/isWebUrl'

import type {Credit, Inline, TextBlock} from '@/lib/manuscripts/body'

export interface ReadCredit {
  /** What is left of the paragraph without its credit. */
  caption: TextBlock | null
  credit: Omit<Credit, '_type'> | null
  /** Whether the paragraph can be nothing but a caption. */
  isPlain: boolean
}

/** A longer paragraph that names a source at its end is a part of the text. */
const LONGEST_CAPTION = 500

const LABEL =
  /(?:^|[.;:!?”")\]\s])[(\s]*((?:photo(?:graph|grapher|s)?|image|picture|illustration|drawing|graphic|chart|map|credit|source|courtesy)(?:\s+(?:credit|by|courtesy of))?)\s*:\s*(?=\S)/i
const ADDRESS = /\s*\(((?:https?:\/\/|www\.)\S+)\)\s*\.?$/i
const LAST_PART = /;\s*([^;]{2,100})$/

/** The caption and the credit in one paragraph: “A queue; Library of Congress (https://…)”, “Photo: Ada; Outlet”. */
export function readCredit(block: TextBlock): ReadCredit {
  const text = lineOf(block)
  const none = {caption: block, credit: null, isPlain: false}
  if (text.length > LONGEST_CAPTION || text.includes('\ufffc\ufffc')) return none

  const label = LABEL.exec(text)
  if (label) {
    const from = label.index + label[0].length
    const credit = creditOf(block, {from, isOutlet: /^(?:source|courtesy)/i.test(label[1] ?? '')})
    const endsSentence = /[.!?”")\]]/.test(text[label.index] ?? '')
    const at = label.index + (endsSentence ? 1 : 0)
    return credit ? {caption: cut(block, at), credit, isPlain: true} : none
  }
  const last = LAST_PART.exec(text)
  if (!last) return none
  const credit = creditOf(block, {from: last.index + 1, isOutlet: true})
  return credit?.url ? {caption: cut(block, last.index), credit, isPlain: true} : none
}

function creditOf(block: TextBlock, {from, isOutlet}: {from: number; isOutlet: boolean}): Omit<Credit, '_type'> | null {
  const written = lineOf(block)
    .slice(from)
    .trim()
    .replace(/\)$/, (end, at, all: string) => (all.includes('(') ? end : ''))
  const address = ADDRESS.exec(written)?.[1]
  const url = webAddress(address) ?? linkAfter(block, from)
  const names = written.replace(ADDRESS, '').replace(/\.$/, '')
  const parts = names.split(/\s*;\s*|,?\s+via\s+|\s+\/\s+/).filter(Boolean)
  const outlet = parts.length > 1 ? parts.at(-1) : isOutlet ? parts[0] : undefined
  const creator = parts.length > 1 ? parts.slice(0, -1).join(', ') : isOutlet ? undefined : parts[0]
  if (!outlet && !creator) return null
  return {...(creator && {creator}), ...(outlet && {outlet}), ...(url && {url})}
}

function webAddress(address: string | undefined): string | null {
  if (!address) return null
  const whole = /^www\./i.test(address) ? `https://${address}` : address
  return isWebUrl(whole) ? whole : null
}

/** Objects count as one character each. */
function lineOf({children}: TextBlock): string {
  return children.map((child) => (child._type === 'span' ? child.text : '\ufffc')).join('')
}

function linkAfter({children, markDefs}: TextBlock, from: number): string | null {
  let at = 0
  let found: string | null = null
  for (const child of children) {
    at += child._type === 'span' ? child.text.length : 1
    const link = child._type === 'span' ? markDefs.find(({_key}) => child.marks.includes(_key)) : undefined
    if (at > from && link && isWebUrl(link.href)) found = link.href
  }
  return found
}

/** The first characters of a block, without what only led over to the rest. */
function cut(block: TextBlock, length: number): TextBlock | null {
  const children: Inline[] = []
  let left = length
  for (const child of block.children) {
    if (left <= 0) break
    const size = child._type === 'span' ? child.text.length : 1
    children.push(child._type === 'span' ? {...child, text: child.text.slice(0, left)} : child)
    left -= size
  }
  const last = children.at(-1)
  if (last?._type === 'span') children[children.length - 1] = {...last, text: last.text.replace(/[\s;(]+$/, '')}
  const isEmpty = children.every((child) => child._type === 'span' && child.text.trim() === '')
  if (isEmpty) return null
  const used = new Set(children.flatMap((child) => (child._type === 'span' ? child.marks : [])))
  return {...block, children, markDefs: block.markDefs.filter(({_key}) => used.has(_key))}
}
