import type {LineAddresses} from './lineAddresses'

const ISBN =
  /(?:(?<![\s.,;(])[\s.,;(]*)?\bISBN(?:-1[03])?:?\s*((?:97[89][-\s]?)?\d(?:[-\s]?\d){8}[-\s]?[\dX])(?![\d-])\)?[.,;]?/i
const CATALOGUES =
  /(?:(?<![\s.,;(])[\s.,;(]*)?(?:PubMed (?:Central )?)?\b(?:PMID|PMCID|Bibcode|S2CID|OCLC|ISSN|LCCN|MR|Zbl|CiteSeerX|hdl):?\s?((?:PMC)?\d[\w.&/-]*)\)?[.,;]?(?=\s|$)/g
const ARCHIVED =
  /(?<=[.,;]\s)Archived(?: from the original)?(?: \(PDF\))? on ((?:\d{1,2} \p{L}+|\p{L}+ \d{1,2},) \d{4}|\d{4}-\d\d-\d\d)\.?/u

/** `318 p.` at the end */
const EXTENT = /(?<=[.,;—–-]\s)(\d{2,4}\s(?:pp?|с|S|Seiten|pages)\.?)$/

/** Takes out the numbers that catalogues give to works; only an ISBN has a field. */
export function takeNumbers(found: LineAddresses) {
  const isbn = ISBN.exec(found.text)
  if (isbn?.[1]) {
    found.isbn = isbn[1].replace(/\s/g, '-')
    cut(found, isbn)
  }
  for (const match of [...found.text.matchAll(CATALOGUES)].toReversed()) {
    found.problems.push(`Not kept: ${match[0].replace(/^[\s.,;(]+|[.,;)\s]+$/g, '')}.`)
    cut(found, match)
  }
  const extent = EXTENT.exec(found.text)
  if (extent) {
    found.problems.push(`Not kept: ${extent[1]}, the number of its pages.`)
    cut(found, extent)
  }
  const archived = ARCHIVED.exec(found.text)
  if (archived) {
    found.problems.push(`Archived on ${archived[1]}, but the address of the copy is missing.`)
    cut(found, archived)
  }
}

function cut(found: LineAddresses, match: RegExpExecArray) {
  const before = found.text.slice(0, match.index).trimEnd()
  const after = found.text.slice(match.index + match[0].length).trimStart()
  const stop = /[.,;:?!]$/.test(before) ? '' : '.'
  found.text = after === '' ? `${before}${stop}` : `${before}${stop} ${after}`
}
