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
 * they are; citations and notes themselves are passed on untouched, with a comma between those side by side.
 */
export function raiseCitations<Child extends Inline>(children: readonly Child[]): Child[] {
  const raised: Child[] = []
  let rest: Child | undefined
  for (let index = 0; index < children.length; index += 1) {
    const child = rest ?? children[index]
    rest = undefined
    if (child === undefined) continue
    if (!isRaised(child)) {
      const next = children[index + 1]
      const isBeforeMark = next !== undefined && isRaised(next)
      raised.push(isBeforeMark && isSpan(child) ? {...child, text: child.text.trimEnd()} : child)
      continue
    }
    const marks = marksFrom(children, index)
    index += marks.length - 1
    const after = children[index + 1]
    const closing = after && isSpan(after) ? CLOSING.exec(after.text)?.[0] : undefined
    if (after && isSpan(after) && closing) {
      raised.push({...after, _key: `${after._key}-closing`, text: closing})
      rest = {...after, text: after.text.slice(closing.length)}
    }
    for (const mark of marks) raised.push(...commaBetween(raised.at(-1), mark, children), mark)
  }
  return raised
}

/** Numbers side by side would read as one: “¹²”. */
function commaBetween<Child extends Inline>(
  before: Child | undefined,
  mark: Child,
  children: readonly Child[],
): Child[] {
  const span = children.find(isSpan)
  const isBeside = before?._type === 'citation' || before?._type === 'footnote'
  return span && isBeside ? [{...span, _key: `${mark._key}-comma`, text: ', ', marks: ['sup']}] : []
}

function marksFrom<Child extends Inline>(children: readonly Child[], start: number): Child[] {
  let end = start + 1
  for (let next = children[end]; next !== undefined && isMark(next); next = children[end]) end += 1
  return children.slice(start, end)
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
