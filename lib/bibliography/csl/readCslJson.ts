import {asideReading, type EntryDraft} from '../entryDraft'
import {jsonEnd} from '../split/jsonSpan'
import {fromCslItem} from './fromCslItem'

/** The records of CSL-JSON, an array or an object; each keeps the text between the records before and after it. */
export function readCslJson(source: string): EntryDraft[] {
  const spans = objectSpans(source)
  if (spans.length === 0) return [draft(source, 0, source.length, '')]
  return spans.map(({start, end}, index) => {
    const from = index === 0 ? 0 : start
    const to = spans[index + 1]?.start ?? source.length
    return draft(source, from, to, source.slice(start, end))
  })
}

function draft(source: string, start: number, end: number, json: string): EntryDraft {
  const reading = fromCslItem(parsed(json))
  if (reading) return {start, end, format: 'csl-json', verbatim: json, reading}
  const isEmpty = /^[\s[\]{},]*$/.test(source.slice(start, end))
  return isEmpty
    ? {start, end, format: 'aside', reading: asideReading('Brackets without a record.')}
    : {
        start,
        end,
        format: 'unparsed',
        reading: asideReading('This is no valid CSL-JSON: check its quotation marks, commas and brackets.'),
      }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** The outermost objects; one that is not closed ends where the next one begins on a line of its own. */
function objectSpans(source: string): {start: number; end: number}[] {
  const spans: {start: number; end: number}[] = []
  let at = source.indexOf('{')
  let unmatched = 0
  while (at >= 0) {
    const end = unmatched < 20 ? jsonEnd(source, at) : -1
    if (end < 0) unmatched++
    const next = end < 0 ? nextObject(source, at + 1) : source.indexOf('{', end)
    spans.push({start: at, end: end < 0 ? (next < 0 ? source.length : next) : end})
    at = next
  }
  return spans
}

function nextObject(source: string, from: number): number {
  const match = /[\n,]\s*\{\s*"(?:id|type)"/.exec(source.slice(from))
  return match ? from + match.index + match[0].indexOf('{') : -1
}
