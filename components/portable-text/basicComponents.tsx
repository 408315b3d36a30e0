import type {PortableTextReactComponents} from '@portabletext/react'
import type {ReactNode} from 'react'

import {Link} from './Link'

export interface TextBlockProps {
  children?: ReactNode
  value: {children: readonly {_type: string; text?: unknown}[]}
}

function Paragraph({children, value}: TextBlockProps) {
  return isBlank(value) ? null : <p>{children}</p>
}

/** What every text shares: marks, lists, and fallbacks that show the words of whatever is unknown. */
export const basicComponents = {
  block: {normal: Paragraph},
  marks: {
    em: ({children}) => <em>{children}</em>,
    strong: ({children}) => <strong>{children}</strong>,
    code: ({children}) => <code>{children}</code>,
    sub: ({children}) => <sub>{children}</sub>,
    sup: ({children}) => <sup>{children}</sup>,
    link: Link,
  },
  unknownMark: ({children}) => <>{children}</>,
  unknownBlockStyle: Paragraph,
  unknownType: () => null,
} satisfies Partial<PortableTextReactComponents>

/** Whether a block prints nothing; an empty heading or paragraph is only noise to a screen reader. */
export function isBlank({children}: TextBlockProps['value']): boolean {
  return children.every(({_type, text}) => _type === 'span' && (typeof text !== 'string' || text.trim() === ''))
}
