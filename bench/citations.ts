import {readFileSync} from 'node:fs'

import '../scripts/bootstrap/ownModules.mjs'

const STYLES = ['apa-numbered', 'apa-author-date', 'vancouver', 'harvard']
const ENTRIES = 100

/** Prints how long a list of 100 references takes, first and again, beside the engine with the style as it comes. */
export async function reportCitations(): Promise<void> {
  const [{default: CSL}, {default: templates}, {localeXml}, {formatEntry}, {toCslItem}] = await Promise.all([
    import('citeproc'),
    import('@citation-js/plugin-csl/lib/styles.json', {with: {type: 'json'}}),
    import('../lib/citations/styles/locales.ts'),
    import('../lib/citations/entries/formatEntry.ts'),
    import('../lib/citations/csl/toCslItem.ts'),
  ])
  const works = readWorks()
  const plain: Record<string, string> = {
    'apa-numbered': templates.apa,
    'apa-author-date': templates.apa,
    vancouver: templates.vancouver,
    harvard: templates.harvard1,
  }

  console.log(`A list of ${works.length} references, in milliseconds`)
  console.log(
    'style'.padEnd(18),
    'first'.padStart(8),
    'edited'.padStart(8),
    'again'.padStart(8),
    'plain engine'.padStart(14),
  )
  for (const style of STYLES) {
    const format = (suffix: string) =>
      timed(() => works.forEach((work) => formatEntry({...work, title: `${work.title}${suffix}`}, {style})))
    const [first, edited, again] = [format(''), format(' 2'), format(' 2')]
    const items = new Map(works.map((work) => [work._id, toCslItem(work, {isApa: false})]))
    const engine = timed(() => {
      const system = {retrieveLocale: localeXml, retrieveItem: (id: string) => items.get(id) ?? {id, type: 'document'}}
      const citeproc = new CSL.Engine(system, plain[style] ?? '', 'en-US')
      citeproc.updateItems([...items.keys()])
      citeproc.makeBibliography()
    })
    console.log(
      style.padEnd(18),
      ...[first, edited, again].map((time) => ms(time).padStart(8)),
      ms(engine).padStart(14),
    )
  }
}

function ms(time: number): string {
  return time.toFixed(1)
}

function timed(work: () => void): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

interface Work {
  _id: string
  title: string
}

/** The references of the sample publication. */
function readWorks(): Work[] {
  return readFileSync(new URL('../seed/publication.ndjson', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .flatMap((line): Work[] => {
      const document = JSON.parse(line)
      return document._type === 'bibliographicReference' ? [document] : []
    })
    .slice(0, ENTRIES)
}
