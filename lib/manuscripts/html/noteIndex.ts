import {elementsIn, type MarkupElement, markupText} from './markup'

/** What links of a text lead to, and where it stands. */
export interface NoteIndex {
  /** Reading order of each element. */
  order: Map<MarkupElement, number>
  parents: Map<MarkupElement, MarkupElement>
  targets: Map<string, MarkupElement>
  /** The text of the heading that each target stands under. */
  titles: Map<MarkupElement, string>
}

/** The index of everything in a text, in reading order. */
export function indexOf(root: MarkupElement): NoteIndex {
  const index: NoteIndex = {order: new Map(), parents: new Map(), targets: new Map(), titles: new Map()}
  let title = ''
  for (const element of elementsIn(root)) {
    index.order.set(element, index.order.size)
    for (const child of element.children) if (typeof child !== 'string') index.parents.set(child, element)
    if (/^h[1-6]$/.test(element.tag)) title = markupText([element]).trim()
    for (const name of namesOf(element)) {
      if (!index.targets.has(name)) index.targets.set(name, element)
      index.titles.set(element, title)
    }
  }
  return index
}

/** The names by which links lead to an element. */
export function namesOf({tag, attributes}: MarkupElement): string[] {
  const names = [attributes.get('id'), tag === 'a' ? attributes.get('name') : undefined]
  return names.flatMap((name) => name || [])
}

/** What a link within the text leads to, or null for everything else. */
export function fragmentOf({tag, attributes}: MarkupElement): string | null {
  const href = tag === 'a' ? attributes.get('href') : undefined
  const at = href?.indexOf('#') ?? -1
  if (!href || at < 0) return null
  const fragment = href.slice(at + 1)
  // Word writes the file's own address before the fragment.
  return /^(?:file:|about:)|^#/i.test(href) ? fragment : null
}

/** An element and what it stands in; the element itself first. */
export function ancestors(element: MarkupElement, {parents}: NoteIndex): MarkupElement[] {
  const line: MarkupElement[] = []
  for (let at: MarkupElement | undefined = element; at; at = parents.get(at)) line.push(at)
  return line
}
