import type {Finding} from '@/lib/manuscripts/finding'

interface Copied {
  [field: string]: unknown
}

const DELETED: ReadonlyMap<unknown, string> = new Map([
  ['citation', 'A citation was left out: its reference has been deleted.'],
  ['citationItem', 'A work was left out of a citation: its reference has been deleted.'],
  ['internalLink', 'A link was left out, and its words stay: what it led to has been deleted.'],
])

/** Every id that a value refers to, with repetitions. */
export function referredIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referredIds)
  if (!isCopied(value)) return []
  return typeof value._ref === 'string' ? [value._ref] : Object.values(value).flatMap(referredIds)
}

/**
 * Copied blocks without what refers to documents that are not `stored`, and what was left out. The store would refuse
 * the whole text for one such reference.
 */
export function withoutDeleted(blocks: readonly unknown[], stored: ReadonlySet<string>) {
  const findings: Finding[] = []
  return {blocks: membersOf(blocks).filter(isTyped), findings}

  function membersOf(list: readonly unknown[]): unknown[] {
    let after = ''
    return list.flatMap((member) => {
      const before = findings.length
      const kept = valueOf(member)
      if (isCopied(member) && typeof member.text === 'string') after = (after + member.text).slice(-60)
      if (kept !== null || !isCopied(member)) return [kept]
      const message = DELETED.get(member._type) ?? 'Something was left out: what it shows has been deleted.'
      findings.splice(before, Infinity, {message, after: after.trim()})
      return []
    })
  }

  /** `null` where it cannot stay. */
  function valueOf(value: unknown): unknown {
    if (Array.isArray(value)) return membersOf(value)
    if (!isCopied(value)) return value
    if (typeof value._ref === 'string') return stored.has(value._ref) ? value : null
    const entries = Object.entries(value).map(([name, field]) => [name, valueOf(field)] as const)
    const fields: Copied = Object.fromEntries(entries)
    const isBroken = entries.some(([name, field]) => field === null && value[name] !== null)
    const isEmptied = isEmpty(fields.items) && !isEmpty(value.items)
    return isBroken || isEmptied ? null : withoutMarksOf(value.markDefs, fields)
  }
}

/** The words of links that are gone are not marked any more. */
function withoutMarksOf(before: unknown, block: Copied): Copied {
  if (!Array.isArray(before) || !Array.isArray(block.markDefs) || !Array.isArray(block.children)) return block
  const keys = block.markDefs.map(keyOf)
  const gone = before.map(keyOf).filter((key) => !keys.includes(key))
  if (gone.length === 0) return block
  const unmarked = (child: unknown) =>
    isCopied(child) && Array.isArray(child.marks)
      ? {...child, marks: child.marks.filter((mark) => !gone.includes(mark))}
      : child
  return {...block, children: block.children.map(unmarked)}
}

function isCopied(value: unknown): value is Copied {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTyped(value: unknown): value is Copied & {_type: string} {
  return isCopied(value) && typeof value._type === 'string'
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function keyOf(value: unknown): unknown {
  return isCopied(value) ? value._key : undefined
}
