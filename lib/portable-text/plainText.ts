import {field, isNode, text, type PortableNode} from './walk'

/** The text of blocks, one paragraph a line; notes, citations and custom blocks are left out. */
export function plainText(blocks: unknown): string {
  if (!Array.isArray(blocks)) return ''
  return blocks
    .filter(isNode)
    .filter(({_type}) => _type === 'block')
    .map(blockText)
    .join('\n')
}

/** The text of one block's spans. */
export function blockText(block: PortableNode): string {
  const children = field(block, 'children')
  if (!Array.isArray(children)) return ''
  return children
    .filter(isNode)
    .map((child) => (child._type === 'span' ? text(child, 'text') : ''))
    .join('')
}
