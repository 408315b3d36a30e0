import {expect, test} from 'vitest'

import {toBibtex} from '@/lib/citations/exports/bibtex'
import {toCslJson} from '@/lib/citations/exports/cslJson'
import {exportCorpus} from '@/lib/citations/exports/exportCorpus.fixture'
import {exportItem} from '@/lib/citations/exports/exportItem'
import {toRis} from '@/lib/citations/exports/ris'

import {parseBibliography} from './parseBibliography'

const references = exportCorpus().filter(({title}) => title)

/** What a format has no place for, or says in other words that print the same. */
const LOST = {
  BibTeX: [
    'case-51: edition: "1st" ≠ "1"',
    'case-81: type: "interview" ≠ "webpage"',
    'case-103: type: "post-weblog" ≠ "webpage"',
    'case-115: type: "interview" ≠ "document"',
    'case-116: type: "speech" ≠ "document"',
  ],
  RIS: [
    'case-12: author: [{"family":"de Beauvoir","given":"Simone"}] ≠ [{"family":"Beauvoir","given":"Simone","non-dropping-particle":"de"}]',
    'case-30: edition: "2nd ed." ≠ "2"',
    'case-51: edition: "1st" ≠ "1"',
    'case-81: type: "interview" ≠ "document"',
    'case-89: title: "On <i>Lumbricus terrestris</i> and mould" ≠ "On Lumbricus terrestris and mould"',
    'case-90: title: "Capturing CO<sub>2</sub> at 10<sup>3</sup> pascals" ≠ "Capturing CO2 at 103 pascals"',
    'case-115: type: "interview" ≠ "document"',
    'reference-mapping-inequality: author: [{"literal":"Digital Scholarship Lab, University of Richmond"}] ≠ [{"literal":"Digital Scholarship Lab University of Richmond"}]',
  ],
  'CSL-JSON': [],
}

test.each([
  ['BibTeX', toBibtex],
  ['RIS', toRis],
  ['CSL-JSON', toCslJson],
] as const)('reads what is exported as %s, all at once', (format, write) => {
  const entries = parseBibliography(write(references))
  expect(entries).toHaveLength(references.length)
  const missed = references.flatMap((reference, index) => {
    const read = exportItem({...entries[index]?.reference, _id: reference._id})
    const fields = differences(exportItem(reference), read)
    return fields.length > 0 ? [`${reference._id}: ${fields.join(' | ')}`] : []
  })
  expect(missed).toEqual(LOST[format])
})

function differences(wanted: object, found: object): string[] {
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)])
  return [...names].flatMap((name) => {
    const [before, after] = [wanted, found].map((item) =>
      JSON.stringify(Reflect.get(item, name))?.replace(/[-–]/g, '-'),
    )
    return before === after ? [] : [`${name}: ${before} ≠ ${after}`]
  })
}
