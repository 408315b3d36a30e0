import type {ReactNode} from 'react'

import {isWebUrl} from '@/lib/links/isWebUrl'
import type {Link as LinkMark} from '@/sanity/queries/body'

/** A link that a writer typed. One that no reader may follow keeps its words. */
export function Link({value, children}: {value?: Pick<LinkMark, 'href'>; children: ReactNode}) {
  if (!value?.href) return <>{children}</>
  return (
    <a href={value.href} rel={isWebUrl(value.href) ? 'external' : undefined}>
      {children}
    </a>
  )
}
