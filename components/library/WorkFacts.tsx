import type {ReactNode} from 'react'

import {archivedCopyOf} from '@/lib/citations/entries/archivedCopy'
import {SCHOOL_STYLES} from '@/lib/citations/exports/citeTexts'
import {formatDate, type DateSettings} from '@/lib/dates/formatDate'
import {doiUrl, isDoi} from '@/lib/identifiers/doi'
import {isIsbn} from '@/lib/identifiers/isbn'
import {webHref} from '@/lib/links/checkedAddress'
import type {CitedWork} from '@/sanity/queries/work'

const FILES = [
  ['bib', 'BibTeX'],
  ['ris', 'RIS'],
  ['json', 'CSL-JSON'],
] as const

interface WorkFactsProps {
  work: Pick<CitedWork, '_id' | 'doi' | 'url' | 'isbn' | 'archive' | 'deadLink'>
  settings: DateSettings
}

/** Where a work is found, and how people and reference managers take it. */
export function WorkFacts({work: {_id, doi, url, isbn, archive, deadLink}, settings}: WorkFactsProps) {
  const copy = archivedCopyOf(archive, [])
  const isDead = url !== null && deadLink?.url === webHref(url)
  return (
    <dl className="work-facts">
      {doi && isDoi(doi) && (
        <Fact term="DOI">
          <a href={doiUrl(doi)} rel="external">
            {doi}
          </a>
        </Fact>
      )}
      {url && (
        <Fact term="Address">
          <a href={url} rel="external">
            {url}
          </a>
          {isDead && ' (did not answer when it was last tried)'}
        </Fact>
      )}
      {copy && (
        <Fact term="Archived copy">
          <a href={copy.url} rel="external">
            {copy.date === null ? 'Open' : formatDate(copy.date, settings)}
          </a>
        </Fact>
      )}
      {isbn && isIsbn(isbn) && <Fact term="ISBN">{isbn}</Fact>}
      <Fact term="To cite it">
        <a href={`/references/${_id}/cite.txt`} rel="nofollow">
          {Object.values(SCHOOL_STYLES)
            .map(({title}) => title)
            .join(', ')}
        </a>
      </Fact>
      <Fact term="Export">
        {FILES.map(([extension, title]) => (
          <a download href={`/references/${_id}/cite.${extension}`} key={extension} rel="nofollow">
            {title}
          </a>
        ))}
      </Fact>
    </dl>
  )
}

function Fact({term, children}: {term: string; children: ReactNode}) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
