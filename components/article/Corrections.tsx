import type {DateSettings} from '@/lib/dates/formatDate'
import type {CorrectionKind} from '@/lib/vocabularies/correctionKinds'
import type {Correction} from '@/sanity/queries/article'

import {EndMatter} from './EndMatter'
import {PublicationDate} from './PublicationDate'

const NAMES: Record<CorrectionKind, string> = {
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
  retraction: 'Retraction',
}

interface CorrectionsProps {
  corrections: readonly Correction[]
  settings: DateSettings
}

export function Corrections({corrections, settings}: CorrectionsProps) {
  if (corrections.length === 0) return null
  return (
    <EndMatter id="corrections" title="Corrections">
      {corrections.map(({_key, kind, date, text}) => (
        <div className="note correction" key={_key}>
          <h3>
            {NAMES[kind]}
            {date && (
              <>
                , <PublicationDate instant={date} settings={settings} />
              </>
            )}
          </h3>
          <p>{text}</p>
        </div>
      ))}
    </EndMatter>
  )
}

/** What a reader must know before the first sentence. */
export function RetractionNotice({corrections}: {corrections: readonly Correction[]}) {
  if (!corrections.some(({kind}) => kind === 'retraction')) return null
  return (
    <p className="retraction">
      This article has been retracted. <a href="#corrections">Read why</a>
    </p>
  )
}
