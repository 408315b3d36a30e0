import {addressReading} from './addressEntry'
import {asideReading, type EntryDraft} from './entryDraft'
import type {ParsedEntry, Reading} from './parsedEntry'
import {bibtexSurroundings, readBibtex, type BibtexSurroundings} from './bibtex/readBibtex'
import {readCslJson} from './csl/readCslJson'
import {parseLine} from './line/parseLine'
import {readRis} from './ris/readRis'
import {addressWords, isAddressLine, toAddress} from './split/addresses'
import {isHeading} from './split/heading'
import {splitBibliography, type Piece} from './split/splitBibliography'
import {splitCitations, type Citation} from './split/splitCitations'
import {trimSpan} from './split/textLines'

/**
 * The entries of a pasted bibliography, in order: lines in APA or a similar style, BibTeX, RIS, CSL-JSON, DOIs and
 * addresses, mixed. Never throws, and nothing that is not blank gets lost: what is not understood is an entry too.
 */
export function parseBibliography(text: string): ParsedEntry[] {
  const pieces = splitBibliography(text)
  const bibtex = bibtexSurroundings(
    pieces.filter(({format}) => format === 'bibtex').map(({start, end}) => text.slice(start, end)),
  )
  const drafts = pieces.flatMap((piece) => readPiece(text.slice(piece.start, piece.end), piece, bibtex))
  return drafts.flatMap((draft) => finish(text, draft))
}

function readPiece(source: string, piece: Piece, bibtex: BibtexSurroundings): EntryDraft[] {
  const drafts = draftsOf(source, piece.format, bibtex)
  return drafts.map(({start, end, ...draft}) => ({...draft, start: piece.start + start, end: piece.start + end}))
}

function draftsOf(source: string, format: Piece['format'], bibtex: BibtexSurroundings): EntryDraft[] {
  switch (format) {
    case 'bibtex':
      return [readBibtex(source, bibtex)]
    case 'ris':
      return [readRis(source)]
    case 'csl-json':
      return readCslJson(source)
    default:
      return splitCitations(source).flatMap((citation) => readCitation(source, citation))
  }
}

function readCitation(source: string, citation: Citation): EntryDraft[] {
  const {text, start, end} = citation
  if (isHeading(text)) {
    return [
      {start, end, format: 'aside', verbatim: text, reading: asideReading('A heading, which makes no reference.')},
    ]
  }
  if (isAddressLine(text)) return readAddresses(source, citation)
  const reading = parseLine(text)
  const problems = [...citation.problems, ...(reading?.problems ?? ['Nothing in this line was understood.'])]
  return [
    {
      start,
      end,
      format: reading ? 'line' : 'unparsed',
      verbatim: text,
      reading: {
        ...(reading ?? {reference: {type: 'document'}, confidence: {}}),
        ...withDoubt(reading, citation),
        problems,
      },
    },
  ]
}

/** An address that was put together from two lines is no more than likely. */
function withDoubt(reading: Reading | null, {problems}: Citation): Pick<Reading, 'confidence'> {
  const confidence = {...reading?.confidence}
  const isBroken = problems.some((problem) => problem.startsWith('The address was broken'))
  if (isBroken && confidence.doi) confidence.doi = 'likely'
  if (isBroken && confidence.url) confidence.url = 'likely'
  return {confidence}
}

/** Several addresses on one line are several entries. */
function readAddresses(source: string, {text, start, end, problems}: Citation): EntryDraft[] {
  const words = addressWords(text)
  const pasted = words.length > 1 ? addressWords(source.slice(start, end)) : []
  let from = start
  return words.map((word, index) => {
    const mark = pasted[index + pasted.length - words.length]
    const found = mark && index < words.length - 1 ? source.indexOf(mark, from) : -1
    const to = mark && found >= 0 ? found + mark.length : index < words.length - 1 ? from : end
    const address = toAddress(word) ?? {}
    const reading = addressReading(address)
    const draft: EntryDraft = {
      start: from,
      end: to,
      format: address.doi ? 'doi' : 'url',
      verbatim: word,
      reading: {...reading, problems: [...problems, ...reading.problems]},
    }
    from = to
    return draft
  })
}

function finish(text: string, {start, end, format, verbatim, reading}: EntryDraft): ParsedEntry[] {
  const span = trimSpan(text, {start, end})
  if (!span) return []
  const pasted = text.slice(span.start, span.end)
  return [{pasted, format, ...reading, reference: {...reading.reference, verbatim: verbatim || pasted}}]
}
