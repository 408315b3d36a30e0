/** As much of the DOM as is read: the browser's own nodes fit, and so do linkedom's. */
export interface DomNode {
  nodeType: number
  nodeName: string
  nodeValue: string | null
  childNodes: ArrayLike<DomNode>
  attributes?: ArrayLike<{name: string; value: string}>
}

export interface MarkupElement {
  /** Lower case, with its prefix: `o:p`. */
  tag: string
  /** By lower-case name. */
  attributes: ReadonlyMap<string, string>
  /** Of the `style` attribute, by lower-case property; values in lower case. */
  style: ReadonlyMap<string, string>
  children: MarkupNode[]
}

export type MarkupNode = string | MarkupElement

const ELEMENT = 1
const TEXT = 3

/** What is nested deeper is read as if its elements were not there. Browsers stop at 512. */
const DEEPEST = 200

/** The content of a parsed document as plain values, which are the same whoever parsed it. Never throws. */
export function readMarkup(root: DomNode): MarkupElement {
  const top = createElement('body', [])
  const open = [{nodes: Array.from(root.childNodes), into: top, next: 0, depth: 0, isHoisted: false}]
  for (let frame = open.at(-1); frame; frame = open.at(-1)) {
    const node = frame.nodes[frame.next++]
    if (!node) {
      if (frame.isHoisted) pushText(frame.into.children, ' ')
      open.pop()
    } else if (node.nodeType === TEXT) {
      pushText(frame.into.children, node.nodeValue ?? '')
    } else if (node.nodeType === ELEMENT) {
      const isHoisted = frame.depth >= DEEPEST
      const into = isHoisted
        ? frame.into
        : createElement(node.nodeName.toLowerCase(), Array.from(node.attributes ?? []))
      if (!isHoisted) frame.into.children.push(into)
      open.push({nodes: Array.from(node.childNodes), into, next: 0, depth: frame.depth + 1, isHoisted})
    }
  }
  return top
}

/** Parsers may cut a text at its entities. */
function pushText(children: MarkupNode[], text: string): void {
  const last = children.at(-1)
  if (typeof last === 'string') children[children.length - 1] = last + text
  else children.push(text)
}

export function createElement(
  tag: string,
  attributes: readonly {name: string; value: string}[],
  children: MarkupNode[] = [],
): MarkupElement {
  const byName = new Map(attributes.map(({name, value}) => [name.toLowerCase(), value]))
  return {tag, attributes: byName, style: readStyle(byName.get('style') ?? ''), children}
}

/** The text of nodes as it stands in the source. */
export function markupText(nodes: readonly MarkupNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : markupText(node.children))).join('')
}

/** Every element in reading order, the first one included. */
export function* elementsIn(element: MarkupElement): Generator<MarkupElement> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* elementsIn(child)
}

export function classesOf({attributes}: MarkupElement): string[] {
  return (attributes.get('class') ?? '').split(/\s+/).filter(Boolean)
}

function readStyle(text: string): Map<string, string> {
  const declarations = text.split(';').map((declaration) => {
    const colon = declaration.indexOf(':')
    return [
      declaration.slice(0, colon).trim().toLowerCase(),
      declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    ] as const
  })
  return new Map(declarations.filter(([property]) => property !== ''))
}
