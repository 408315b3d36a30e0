export type RichTag = 'i' | 'b' | 'sup' | 'sub' | 'nocase'

export type RichNode = string | {tag: RichTag; children: RichNode[]}

const TAG = /<(\/?)(i|b|sup|sub)>|<span class="nocase">|<(\/)span>/g

/** Stands for a `<` that opens no tag, in text that has no markup. Private: no keyboard and no file makes it. */
const LITERAL = '\uE001'

/** What is nested deeper is left as it stands around it: no writer means it, and trees are walked by recursion. */
const MAX_DEPTH = 20

type Token = string | {tag: RichTag; source: string; end: 'open' | 'close' | 'lone'}

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
  const root: RichNode[] = []
  const around = [root]
  let depth = 0
  for (const token of tokens(title)) {
    const inside = around.at(-1) ?? root
    if (typeof token === 'string') inside.push(withoutLiterals(token))
    else if (token.end === 'lone') inside.push(token.source)
    else if (token.end === 'close') {
      if (depth <= MAX_DEPTH) around.pop()
      depth--
    } else if (++depth <= MAX_DEPTH) {
      const children: RichNode[] = []
      inside.push({tag: token.tag, children})
      around.push(children)
    }
  }
  return root
}

/** Tags and the text between them; one that has no other end is `lone`. */
function tokens(title: string): Token[] {
  const found: Token[] = []
  const open: Exclude<Token, string>[] = []
  let at = 0
  for (const match of title.matchAll(TAG)) {
    const [source, slash, name, spanSlash] = match
    const tag = tagOf(name)
    if (match.index > at) found.push(title.slice(at, match.index))
    at = match.index + source.length
    const isEnd = slash === '/' || spanSlash !== undefined
    const start = isEnd && open.at(-1)?.tag === tag ? open.pop() : undefined
    if (start) start.end = 'open'
    const token: Token = {tag, source, end: start ? 'close' : 'lone'}
    if (!isEnd) open.push(token)
    found.push(token)
  }
  if (at < title.length) found.push(title.slice(at))
  return found
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
