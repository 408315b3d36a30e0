import {codeLanguages} from '@/lib/vocabularies/codeLanguages'

import type {Code} from '@/lib/manuscripts/body'
import {classesOf, elementsIn, type MarkupElement, type MarkupNode} from './markup'

const OTHER_NAMES = new Map([
  ['sh', 'bash'],
  ['shell', 'bash'],
  ['js', 'javascript'],
  ['ts', 'typescript'],
  ['py', 'python'],
  ['md', 'markdown'],
  ['yml', 'yaml'],
  ['tex', 'latex'],
  ['jl', 'julia'],
])

/** A `pre` as it stands, with the language that its class names. */
export function toCode(element: MarkupElement, createKey: () => string): Code {
  const named = [...elementsIn(element)]
    .flatMap(classesOf)
    .flatMap((name) => /^lang(?:uage)?-(.+)$/.exec(name)?.[1]?.toLowerCase() ?? [])
    .map((name) => OTHER_NAMES.get(name) ?? name)
  const language = codeLanguages.find(({value}) => named.includes(value))?.value ?? 'text'
  return {_type: 'code', _key: createKey(), language, code: lines(element.children).replace(/^\n|\s+$/g, '')}
}

function lines(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) => (typeof node === 'string' ? node : node.tag === 'br' ? '\n' : lines(node.children)))
    .join('')
    .replaceAll('\u00a0', ' ')
}
