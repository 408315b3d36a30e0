import {richText, type RichNode, type RichTag} from '@/lib/citations/richText'

/** Braces count for BibTeX even behind a backslash, so they are named. */
const SPECIALS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
}

const COMMANDS: Record<RichTag, string> = {
  i: '\\textit',
  b: '\\textbf',
  sup: '\\textsuperscript',
  sub: '\\textsubscript',
  nocase: '',
}

/** Text as TeX prints it. What is not ASCII stays as it is. */
export function tex(text: string): string {
  return text.replace(/[\\{}$&#_%^~]/g, (character) => SPECIALS[character] ?? character)
}

/** Text as TeX prints it, its markup as commands. BibTeX styles leave the capitals of what is no title as they are. */
export function texMarked(text: string): string {
  return texNodes(richText(text), tex)
}

/**
 * A title as TeX prints it, its markup as commands and its capitals in braces, because BibTeX styles lower them.
 * They leave the first letter of a title, and after a colon, as it is; so do we.
 */
export function texTitle(title: string): string {
  let previous = ':'
  const isFirst = (word: string) => {
    const isBehindStop = /[:?!.]["”’»)]*$/.test(previous)
    previous = word
    return isBehindStop
  }
  return texNodes(richText(title), (text) => texWords(text, isFirst))
}

function texNodes(nodes: readonly RichNode[], texOf: (text: string) => string): string {
  return nodes
    .map((node) =>
      typeof node === 'string' ? texOf(node) : `${COMMANDS[node.tag]}{${texNodes(node.children, texOf)}}`,
    )
    .join('')
}

function texWords(text: string, isFirst: (word: string) => boolean): string {
  return text.replace(/\S+/g, (word) => {
    const rest = isFirst(word) ? word.replace(/\p{L}/u, '') : word
    return /\p{Lu}/u.test(rest) ? `{${tex(word)}}` : tex(word)
  })
}
