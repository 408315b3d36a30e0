import {type BodyMember, type Inline, type TextBlock} from '@/lib/manuscripts/body'
import {betweenSpans} from './paragraph'

/** Decorators that notes, captions and biographies have. */
const PLAIN = new Set(['em', 'strong'])

/** What members of a body say, as paragraphs of a note: emphasis, links and citations stay. */
export function toNoteText(members: readonly BodyMember[], createKey: () => string): TextBlock[] {
  return members.flatMap((member) => {
    if (member._type === 'block') return [toNoteBlock(member, createKey)]
    const text = member._type === 'code' ? member.code : member._type === 'table' ? tableText(member.rows) : ''
    return text ? [plainBlock(text, createKey)] : []
  })
}

/** A paragraph of plain text. */
function plainBlock(text: string, createKey: () => string): TextBlock {
  const span: Inline = {_type: 'span', _key: createKey(), text, marks: []}
  return {_type: 'block', _key: createKey(), style: 'normal', markDefs: [], children: [span]}
}

function toNoteBlock({_key, markDefs, children}: TextBlock, createKey: () => string): TextBlock {
  const links = new Set(markDefs.map((link) => link._key))
  const kept = children.map((child): Inline => {
    if (child._type === 'footnote') {
      const text = child.text
        .map((block) => block.children.map((part) => (part._type === 'span' ? part.text : '')).join(''))
        .join(' ')
      return {_type: 'span', _key: child._key, text: ` (${text})`, marks: []}
    }
    if (child._type === 'citation') return child
    return {...child, marks: child.marks.filter((mark) => PLAIN.has(mark) || links.has(mark))}
  })
  return {_type: 'block', _key, style: 'normal', markDefs, children: betweenSpans(merge(kept), createKey)}
}

/** Spans that look the same have become one. */
function merge(children: readonly Inline[]): Inline[] {
  const merged: Inline[] = []
  for (const child of children) {
    const last = merged.at(-1)
    if (last?._type === 'span' && child._type === 'span' && last.marks.join() === child.marks.join())
      merged[merged.length - 1] = {...last, text: last.text + child.text}
    else merged.push(child)
  }
  return merged
}

function tableText(rows: readonly {cells: readonly string[]}[]): string {
  return rows.map(({cells}) => cells.filter(Boolean).join(', ')).join('\n')
}
