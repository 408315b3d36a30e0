interface Inline {
  _key: string
  _type: string
}

/** What ends a clause or a sentence, with the quotation mark that closes after it. */
const CLOSING = /^[.,;:!?…][”’"]?/u

/**
 * The children of a block as raised numbers need them: “so few [1].” becomes “so few.¹”.
 *
 * Writers set a citation as they would set (Sen, 1981): after a space, before the full stop. A raised number stands
 * close to its word and behind the punctuation. Citations that name their works as part of the sentence stay where
 * they are; citations and notes themselves are passed on untouched.
 */
export function raiseCitations<Child extends Inline>(children: readonly Child[]): Child[] {
  const [first, ...rest] = children
  if (first === undefined) return []
  if (!isRaised(first)) {
    const isBeforeMark = rest[0] !== undefined && isRaised(rest[0])
    return [isBeforeMark && isSpan(first) ? {...first, text: first.text.trimEnd()} : first, ...raiseCitations(rest)]
  }
  const count = rest.findIndex((child) => !isMark(child))
  const marks = [first, ...(count === -1 ? rest : rest.slice(0, count))]
  const [after, ...others] = count === -1 ? [] : rest.slice(count)
  const closing = after && isSpan(after) ? CLOSING.exec(after.text)?.[0] : undefined
  if (!after || !isSpan(after) || !closing) return [...marks, ...raiseCitations(after ? [after, ...others] : [])]
  return [
    {...after, _key: `${after._key}-closing`, text: closing},
    ...marks,
    ...raiseCitations([{...after, text: after.text.slice(closing.length)}, ...others]),
  ]
}

function isRaised(child: Inline): boolean {
  return child._type === 'citation' && !namesWorks(child)
}

/** Whether a citation prints names as part of the sentence; not where the sentence has named the authors itself. */
function namesWorks(citation: Inline): boolean {
  if (!('mode' in citation) || citation.mode !== 'narrative') return false
  const items: unknown[] = 'items' in citation && Array.isArray(citation.items) ? citation.items : []
  return items.length === 0 || items.some((item) => !isAuthorSuppressed(item))
}

function isAuthorSuppressed(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'suppressAuthor' in item && item.suppressAuthor === true
}

function isMark(child: Inline): boolean {
  return isRaised(child) || child._type === 'footnote'
}

function isSpan<Child extends Inline>(child: Child): child is Child & {text: string} {
  return child._type === 'span' && 'text' in child && typeof child.text === 'string'
}
