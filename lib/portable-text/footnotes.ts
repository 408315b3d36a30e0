import {field, walk, type PortableNode} from './walk'

export interface NumberedFootnote {
  /** From 1, by reading order. */
  number: number
  /** Id of the note in the list of notes. */
  id: string
  /** Id of the mark in the text, where the note's backlink leads. */
  markId: string
  /** The note's own text, in Portable Text. */
  text: unknown
}

export interface FootnoteNumbering {
  notes: readonly NumberedFootnote[]
  /** The number and ids of a footnote node, or undefined for one that is not in this article. */
  noteOf: (footnote: object) => NumberedFootnote | undefined
}

/** Numbers the footnotes of any number of texts (lead caption, body …) in reading order. */
export function collectFootnotes(...texts: readonly unknown[]): FootnoteNumbering {
  const nodes = texts.flatMap((blocks) => [...walk(blocks)]).filter(({_type}) => _type === 'footnote')
  const notes = nodes.map((node, index) => numberedFootnote(node, index + 1))
  const byNode = new Map<object, NumberedFootnote | undefined>(nodes.map((node, index) => [node, notes[index]]))
  return {
    notes,
    noteOf: (footnote) => byNode.get(footnote) ?? onlyOneOfKey(nodes, notes, field(footnote, '_key')),
  }
}

function numberedFootnote(node: PortableNode, number: number): NumberedFootnote {
  return {number, id: `note-${number}`, markId: `noteref-${number}`, text: field(node, 'text')}
}

/** Keys are unique within one array only; a copied node is found by its key when no other node has it. */
function onlyOneOfKey(nodes: readonly PortableNode[], notes: readonly NumberedFootnote[], key: unknown) {
  const same = notes.filter((_, index) => field(nodes[index] ?? {}, '_key') === key)
  return same.length === 1 ? same[0] : undefined
}
