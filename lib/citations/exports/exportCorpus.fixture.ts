import {readFileSync} from 'node:fs'

import type {ReferenceRecord} from '@/lib/citations/reference'

/** Every reference of the APA cases and of the sample publication. */
export function exportCorpus(): ReferenceRecord[] {
  const cases = lines('../cases/apa.ndjson').map((line, index): ReferenceRecord => ({
    _id: `case-${index}`,
    ...JSON.parse(line).input,
  }))
  const seeds = lines('../../../seed/publication.ndjson').flatMap((line): ReferenceRecord[] => {
    const document = JSON.parse(line)
    return document._type === 'bibliographicReference' ? [document] : []
  })
  return [...cases, ...seeds]
}

function lines(file: string): string[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
}
