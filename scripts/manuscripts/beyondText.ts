import type {Finding} from '@/lib/manuscripts/finding'

/** Parts of a Word document that its converter passes over without a word. */
export function beyondText(files: ReadonlyMap<string, () => Buffer>): Finding[] {
  const document = xml(files, 'word/document.xml')
  const formulas = [...document.matchAll(/<m:oMath[ >].*?<\/m:oMath>/gs)].map(([formula]) => textIn(formula, 'm:t'))
  const comments = [...xml(files, 'word/comments.xml').matchAll(/<w:comment[ >].*?<\/w:comment>/gs)].map(([comment]) =>
    textIn(comment, 'w:t'),
  )
  const charts = [...document.matchAll(/<(?:c:chart|dgm:relIds|o:OLEObject)[ />]/g)].length
  return [
    ...formulas.map((text) => ({
      message: `A formula was left out: “${text}”. Write it as text, or add a picture of it.`,
      text,
      after: '',
    })),
    ...comments.map((text) => ({message: `A comment was left out: “${text}”`, text, after: ''})),
    ...(charts > 0
      ? [{message: `Charts, diagrams or embedded objects were left out (${charts}): add pictures of them.`, after: ''}]
      : []),
  ]
}

function xml(files: ReadonlyMap<string, () => Buffer>, name: string): string {
  return files.get(name)?.().toString('utf8') ?? ''
}

function textIn(element: string, tag: string): string {
  const texts = [...element.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`, 'g'))].map(
    ([, text = '']) => text,
  )
  return texts.join('').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
