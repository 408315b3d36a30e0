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

/**
 * A title as TeX prints it, its markup as commands and its capitals in braces, because BibTeX styles lower them.
 * They leave the first letter of a title, and after a colon, as it is; so do we.
 */
export function texTitle(title: string): string {
  let previous = ':'
  return texNodes(richText(title), (word) => {
    const isFirst = /[:?!.]["”’»)]*$/.test(previous)
    previous = word
    return isFirst
  })
}

function texNodes(nodes: readonly RichNode[], isFirst: (word: string) => boolean): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return texWords(node, isFirst)
      return `${COMMANDS[node.tag]}{${texNodes(node.children, isFirst)}}`
    })
    .join('')
}

function texWords(text: string, isFirst: (word: string) => boolean): string {
  return text.replace(/\S+/g, (word) => {
    const rest = isFirst(word) ? word.replace(/\p{L}/u, '') : word
    return /\p{Lu}/u.test(rest) ? `{${tex(word)}}` : tex(word)
  })
}
