import {DOMParser} from 'linkedom'

import type {DomNode} from './markup'
import {type ManuscriptBody, readBody} from './readBody'

/** As the command parses it. */
export function parseHtml(html: string): DomNode {
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`
  return new DOMParser().parseFromString(whole, 'text/html').documentElement
}

/** Keys in the order in which they were asked for: k1, k2 … */
export function countedKeys(): () => string {
  let count = 0
  return () => `k${++count}`
}

export function read(html: string): ManuscriptBody {
  return readBody(parseHtml(html), countedKeys())
}
