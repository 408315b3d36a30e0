import {field} from '@/lib/portable-text/walk'

interface Inline {
  _key: string
  _type: string
}

/** What ends a clause or a sentence and stands before the citation instead; not the stop of `3.5` or of `e.g.`. */
const STOP = /(?<!\b\p{L})([.,;:])([”’"»]?)$/u
const OPENED = /(?:^|[\s([{“‘„«\u2014-])$/u

/**
 * The children of a block as citations in words need them: “so few.[Sen]” becomes “so few (Sen, 1981).”.
 *
 * A writer used to raised numbers sets citations close to the word, or behind the full stop. Citations that are part
 * of the sentence stay where they are; citations and notes themselves are passed on untouched.
 */
export function lowerCitations<Child extends Inline>(children: readonly Child[]): Child[] {
  const placed: Child[] = []
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index]
    if (child === undefined) continue
    if (!isInWords(child)) {
      placed.push(child)
      continue
    }
    const group = run(children, index)
    const after = children[index + group.length]
    const before = placed.pop()
    if (before !== undefined) placed.push(...joined(before, group, after))
    else placed.push(...group)
    index += group.length - 1
  }
  return placed
}

function joined<Child extends Inline>(before: Child, group: readonly Child[], after: Child | undefined): Child[] {
  if (!isSpan(before)) return [before, ...group]
  const spaced = group.flatMap((citation, index) =>
    index === 0 ? [citation] : [{...before, _key: `${citation._key}-space`, text: ' '}, citation],
  )
  const [stopped, stop = '', quote = ''] = STOP.exec(before.text) ?? []
  if (stopped && endsSentence(after)) {
    const text = `${before.text.slice(0, -stopped.length)}${quote} `
    return [{...before, text}, ...spaced, {...before, _key: `${before._key}-stop`, text: stop}]
  }
  const text = OPENED.test(before.text) ? before.text : `${before.text} `
  return [{...before, text}, ...spaced]
}

/** A stop moves only where the text goes on anew: “et al.[Sen] say” keeps its own. */
function endsSentence(after: Inline | undefined): boolean {
  if (after === undefined || !isSpan(after)) return true
  return after.text === '' || /^\s+[^\p{Ll}]/u.test(after.text) || /^\s*$/.test(after.text)
}

function run<Child extends Inline>(children: readonly Child[], start: number): Child[] {
  let end = start + 1
  for (let next = children[end]; next !== undefined && isInWords(next); next = children[end]) end += 1
  return children.slice(start, end)
}

/** Whether a citation stands in brackets beside the sentence. */
function isInWords(child: Inline): boolean {
  return child._type === 'citation' && field(child, 'mode') !== 'narrative'
}

function isSpan<Child extends Inline>(child: Child): child is Child & {text: string} {
  return child._type === 'span' && 'text' in child && typeof child.text === 'string'
}
