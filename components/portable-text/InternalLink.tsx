import type {ReactNode} from 'react'

import type {InternalLink as InternalLinkMark} from '@/sanity/queries/body'

/** A link to another page of this publication; without a published target it keeps its words. */
export function InternalLink({value, children}: {value?: Pick<InternalLinkMark, 'href'>; children: ReactNode}) {
  return value?.href ? <a href={value.href}>{children}</a> : <>{children}</>
}
