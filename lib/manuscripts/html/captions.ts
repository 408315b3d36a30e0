import type {BodyMember, Figure, TextBlock} from '@/lib/manuscripts/body'
import {readCredit} from './credit'
import {betweenSpans} from './paragraph'
import {toNoteText} from './noteText'

/**
 * The members with every figure's caption and credit in the figure: the paragraphs after it that are captions by their
 * style, or the one that ends in a credit such as “A queue in Vienna; Library of Congress (https://www.loc.gov/1/)”.
 */
export function attachCaptions(
  members: readonly BodyMember[],
  {captions, createKey}: {captions: ReadonlySet<string>; createKey: () => string},
): BodyMember[] {
  const attached: BodyMember[] = []
  for (const member of members) {
    const figure = attached.at(-1)
    const isTaken = figure?._type === 'figure' && member._type === 'block' && isCaptionOf(figure, member, captions)
    if (isTaken) attached[attached.length - 1] = captioned(figure, member, createKey)
    else attached.push(member)
  }
  return attached
}

function isCaptionOf(figure: Figure, block: TextBlock, captions: ReadonlySet<string>): boolean {
  if (captions.has(block._key)) return true
  return !figure.caption && !figure.credit && block.style === 'normal' && !block.listItem && readCredit(block).isPlain
}

function captioned(figure: Figure, block: TextBlock, createKey: () => string): Figure {
  const {caption, credit} = readCredit(block)
  const [text] = caption ? toNoteText([caption], createKey) : []
  const [before] = figure.caption ?? []
  const joined = before && text ? join(before, text, createKey) : (text ?? before)
  return {
    ...figure,
    ...(joined && {caption: [joined]}),
    ...(credit && {credit: {_type: 'credit', ...figure.credit, ...credit}}),
  }
}

function join(first: TextBlock, second: TextBlock, createKey: () => string): TextBlock {
  const space = {_type: 'span', _key: createKey(), text: ' ', marks: []} as const
  return {
    ...first,
    markDefs: [...first.markDefs, ...second.markDefs],
    children: betweenSpans([...first.children, {...space, marks: []}, ...second.children], createKey),
  }
}
