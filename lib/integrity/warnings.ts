import {narrativeText} from '@/lib/citations/citing/narrativeText'

import type {Cited} from './errors'
import type {CitedReference, IntegrityWarning, SpotPath, WarningCode} from './problem'

/** Where the references of a document stand. */
export interface Standing {
  /** Ids that the text, notes or captions cite. */
  cited: Set<string>
  /** Ids in the further reading, with their places. */
  listed: Map<string, SpotPath>
}

/** What an editor should mend about one reference, or say why not. */
export function warningsOfReference(
  {id, record, path}: Cited,
  state: CitedReference | undefined,
  {cited, listed}: Standing,
): IntegrityWarning[] {
  const warning = (code: WarningCode, message: string, subject: string, at = path): IntegrityWarning => ({
    level: 'warning',
    code,
    message,
    path: at,
    referenceId: id,
    subject,
  })
  const name = narrativeText(record)
  const {url, doi, verbatim, archive, accessed, issued, title} = record
  const warnings: IntegrityWarning[] = []

  if (!title?.trim() && verbatim?.trim()) {
    warnings.push(
      warning('not-taken-apart', `${name} is printed as it was pasted: nobody has taken it apart.`, verbatim),
    )
  }
  if (issued?.status === 'nd' && url && !doi && !accessed && !archive?.capturedAt) {
    warnings.push(warning('no-access-date', `${name} has no date, and does not say when the page was read.`, url))
  }
  if (state?.deadSince && url && !archive?.url) {
    const since = state.deadSince.slice(0, 10)
    warnings.push(
      warning('dead-link', `The link of ${name} leads nowhere since ${since}, and no copy is archived.`, url),
    )
  }
  const place = listed.get(id)
  if (cited.has(id) && place) {
    warnings.push(
      warning(
        'cited-and-listed',
        `${name} is cited in the text and also in the further reading, where readers will not see it.`,
        id,
        place,
      ),
    )
  }
  return warnings
}
