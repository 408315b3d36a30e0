import {notWellFormed} from '@/lib/xml/notWellFormed'
import {engineRefusal} from '@/lib/citations/entries/entryEngine'

import {citationStyles, type StyleKind} from './citationStyles'
import type {Style} from './style'

export interface StyleFile {
  /** With its ending: `chicago-author-date.csl`. */
  name: string
  text: string
}

export interface OperatorStyles {
  styles: Style[]
  /** A sentence for each file that is left out: which, why, and what to do. */
  problems: string[]
}

const MAX_CHARACTERS = 512 * 1024
const DOWNLOAD = 'download it again from https://www.zotero.org/styles'

/** The styles in an operator's files, by name of file, and what is wrong with the files that are left out. */
export function operatorStyles(files: readonly StyleFile[]): OperatorStyles {
  const styles: Style[] = []
  const problems: string[] = []
  const fileOfId = new Map<string, string>()
  for (const file of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const problem = problemOf(file, fileOfId)
    if (problem === null) styles.push(toStyle(file))
    else problems.push(`citation-styles/${file.name}: ${problem}.`)
  }
  return {styles, problems}
}

function problemOf({name, text}: StyleFile, fileOfId: Map<string, string>): string | null {
  const id = styleId(name)
  if (!/^[a-z\d][a-z\d-]{0,79}$/.test(id)) {
    return `the name may only have small letters, digits and hyphens; call it ${suggestedName(id)}.csl`
  }
  if (citationStyles.some(({value}) => value === id)) {
    return `a style of that name is built in; call the file ${id}-2.csl`
  }
  if (text.length > MAX_CHARACTERS) return `no citation style is larger than 512 KB; ${DOWNLOAD}`
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return 'a style has no document type; delete the line with <!DOCTYPE'
  const malformed = notWellFormed(text)
  if (malformed) return `this is not well-formed XML, ${malformed}; ${DOWNLOAD}`
  const style = withoutComments(text)
  return contentProblem(style) ?? engineProblem(style) ?? clash(name, style, fileOfId)
}

function contentProblem(text: string): string | null {
  if (!/<style\s[^>]*http:\/\/purl\.org\/net\/xbiblio\/csl/.test(text)) {
    return `this is not a citation style (its first element is not <style>); ${DOWNLOAD}`
  }
  const [, parent] =
    /<link\s[^>]*?href=["']([^"']*)["'][^>]*?rel=["']independent-parent["']/.exec(rearranged(text)) ?? []
  if (parent) return `this style only points to another one; put that one here instead: ${parent}`
  if (!/<bibliography[\s>]/.test(text)) {
    return 'this style sets no reference list (it has no <bibliography>); choose one that does'
  }
  return /<citation[\s>]/.test(text) ? null : `this style sets no citations (it has no <citation>); ${DOWNLOAD}`
}

/** The address before the relation, in whichever order a link has them. */
function rearranged(text: string): string {
  return text.replace(/<link\s+(rel=["'][^"']*["'])\s+(href=["'][^"']*["'])/g, '<link $2 $1')
}

function engineProblem(text: string): string | null {
  const refusal = engineRefusal(text)
  return refusal && `the citation engine cannot work with it (${refusal}); ${DOWNLOAD}`
}

function clash(name: string, text: string, fileOfId: Map<string, string>): string | null {
  const id = element(text, 'id') ?? name
  const other = fileOfId.get(id)
  if (other) return `this is the same style as citation-styles/${other}; delete one of the two`
  fileOfId.set(id, name)
  return null
}

function toStyle({name, text: file}: StyleFile): Style {
  const id = styleId(name)
  const text = withoutComments(file)
  const isBritish = /<style\s[^>]*default-locale=["']en-(?:GB|AU|NZ|ZA)["']/.test(text)
  return {
    id,
    title: element(text, 'title') ?? id,
    kind: kindOf(text),
    xml: text,
    isApa: /^https?:\/\/www\.zotero\.org\/styles\/apa\b/.test(element(text, 'id') ?? ''),
    ...(isBritish ? {english: 'en-GB' as const} : {}),
  }
}

function kindOf(text: string): StyleKind {
  const [, format] = /<category\s[^>]*citation-format=["']([a-z-]+)["']/.exec(text) ?? []
  if (format) return format.startsWith('author') ? 'author-date' : 'numeric'
  const isNote = /<style\s[^>]*class=["']note["']/.test(text)
  return isNote || /variable=["']citation-number["']/.test(text) ? 'numeric' : 'author-date'
}

function withoutComments(text: string): string {
  return text.replace(/<!--.*?-->/gs, '')
}

function styleId(name: string): string {
  return name.replace(/\.csl$/i, '')
}

function suggestedName(id: string): string {
  const plain = id
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
  return plain.slice(0, 80) || 'my-style'
}

function element(text: string, name: string): string | null {
  const [, content = ''] = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(text) ?? []
  const words = content
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, '’')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
  return words || null
}
