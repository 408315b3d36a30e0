export type RichTag = 'i' | 'b' | 'sup' | 'sub' | 'nocase'

export type RichNode = string | {tag: RichTag; children: RichNode[]}

const TAG = /<(\/?)(i|b|sup|sub)>|<span class="nocase">|<(\/)span>/g

/** Stands for a `<` that opens no tag, in text that has no markup. Private: no keyboard and no file makes it. */
const LITERAL = '\uE001'

interface Open {
  tag: RichTag | null
  /** As it was typed, for when it is never closed. */
  source: string
  children: RichNode[]
}

/** Text that has no markup, such as the headline of an article, as a title: what looks like one of the five tags is none. */
export function literalTitle(text: string): string {
  return text.replace(TAG, (tag) => tag.replace('<', LITERAL))
}

/** The text that `literalTitle` was given. */
export function withoutLiterals(text: string): string {
  return text.replaceAll(LITERAL, '<')
}

/** A title's five tags as a tree; whatever is not one of them, or is not closed in order, is text. */
export function richText(title: string): RichNode[] {
  const root: Open = {tag: null, source: '', children: []}
  const stack = [root]
  let end = 0
  for (const match of title.matchAll(TAG)) {
    const [source, slash, name, spanSlash] = match
    const tag = tagOf(name)
    top(stack, root).children.push(title.slice(end, match.index))
    end = match.index + source.length
    if (slash !== '/' && spanSlash === undefined) stack.push({tag, source, children: []})
    else if (stack.length > 1 && top(stack, root).tag === tag) close(stack, root)
    else top(stack, root).children.push(source)
  }
  top(stack, root).children.push(title.slice(end))
  while (stack.length > 1) abandon(stack, root)
  return root.children.filter((node) => node !== '').map(withoutLiteralNodes)
}

function withoutLiteralNodes(node: RichNode): RichNode {
  return typeof node === 'string' ? withoutLiterals(node) : {...node, children: node.children.map(withoutLiteralNodes)}
}

/** The words without their markup. */
export function plainText(title: string): string {
  return wordsOf(richText(title))
}

function wordsOf(nodes: readonly RichNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : wordsOf(node.children))).join('')
}

function tagOf(name: string | undefined): RichTag {
  return name === 'i' || name === 'b' || name === 'sup' || name === 'sub' ? name : 'nocase'
}

function top(stack: readonly Open[], root: Open): Open {
  return stack.at(-1) ?? root
}

function close(stack: Open[], root: Open): void {
  const {tag, children} = stack.pop() ?? root
  if (tag) top(stack, root).children.push({tag, children})
}

function abandon(stack: Open[], root: Open): void {
  const {source, children} = stack.pop() ?? root
  top(stack, root).children.push(source, ...children)
}
