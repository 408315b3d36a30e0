import {blockText} from './plainText'
import {field, walk, type PortableNode} from './walk'

export interface Heading {
  /** 2, 3 or 4. */
  level: number
  text: string
  /** Fragment id, unique in the article. */
  id: string
}

export interface Headings {
  /** In reading order. */
  list: readonly Heading[]
  /** The heading made of a block, or undefined when the block is none. */
  headingOf: (block: object) => Heading | undefined
}

const STYLES = ['h2', 'h3', 'h4']

/** Ids of the page's own landmarks and of the numbered anchors of references and notes. */
const TAKEN = /^(?:main|content|references|notes|authors|corrections|series|licence|(?:ref|cite|note|noteref)-\d.*)$/

/**
 * Headings with ids made of their words, so that a link to a section survives edits elsewhere.
 * A repeated heading gets `-2`, `-3` …; one without letters is `section`.
 */
export function collectHeadings(body: unknown): Headings {
  const used = new Set<string>()
  const byBlock = new Map<object, Heading>()
  for (const block of walk(body)) {
    const level = levelOf(block)
    const text = blockText(block).trim()
    if (level === null || text === '') continue
    const id = uniqueId(slugOf(text), used)
    used.add(id)
    byBlock.set(block, {level, text, id})
  }
  return {
    list: [...byBlock.values()],
    headingOf: (block) => byBlock.get(block) ?? onlyOneOfKey(byBlock, field(block, '_key')),
  }
}

function levelOf(block: PortableNode): number | null {
  const index = STYLES.findIndex((style) => style === field(block, 'style'))
  return block._type === 'block' && index >= 0 ? index + 2 : null
}

/** Letters and digits of any script; accents of Latin letters are dropped. */
function slugOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
  return plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'section'
}

function uniqueId(slug: string, used: ReadonlySet<string>): string {
  const own = TAKEN.test(slug) ? `section-${slug}` : slug
  let id = own
  for (let count = 2; used.has(id); count += 1) id = `${own}-${count}`
  return id
}

/** Keys are unique within one array only; a copied block is found by its key when no other heading has it. */
function onlyOneOfKey(byBlock: ReadonlyMap<object, Heading>, key: unknown): Heading | undefined {
  const same = [...byBlock].filter(([block]) => field(block, '_key') === key)
  return same.length === 1 ? same[0]?.[1] : undefined
}
