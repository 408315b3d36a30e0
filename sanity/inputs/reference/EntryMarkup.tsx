import {createElement, Fragment, useMemo, type ReactNode} from 'react'

import {isWebUrl} from '@/lib/links/isWebUrl'

/** What an entry is set with; anything else shows its words alone. */
const EMPHASIS = new Set(['i', 'b', 'sup', 'sub', 'em', 'strong'])

/** A formatted entry’s markup as elements, never as markup: emphasis, and links that open beside the Studio. */
export function EntryMarkup({html}: {html: string}) {
  return useMemo(() => {
    const {body} = new DOMParser().parseFromString(html, 'text/html')
    return <>{[...body.childNodes].map(drawn)}</>
  }, [html])
}

function drawn(node: ChildNode, index: number): ReactNode {
  if (!(node instanceof Element)) return node.textContent
  const children = [...node.childNodes].map(drawn)
  const name = node.tagName.toLowerCase()
  const href = node.getAttribute('href') ?? ''
  if (name === 'a' && isWebUrl(href)) {
    return (
      <a href={href} key={index} rel="noreferrer" style={{textDecoration: 'underline'}} target="_blank">
        {children}
      </a>
    )
  }
  return createElement(EMPHASIS.has(name) ? name : Fragment, {key: index}, children)
}
