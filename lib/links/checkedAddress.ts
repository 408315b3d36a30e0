import {doiUrl, toBareDoi} from '@/lib/identifiers/doi'

import {isWebUrl} from './isWebUrl'

interface Addressed {
  doi?: string | null
  url?: string | null
}

/** Where a reference's entry leads, and what is therefore checked: its DOI's resolver, or its address; `null` when it has neither. */
export function checkedAddress({doi, url}: Addressed): string | null {
  const bare = toBareDoi(doi ?? '')
  return bare === null ? webHref(url) : doiUrl(bare)
}

/** A complete http(s) address as browsers write it, or `null`. */
export function webHref(url: string | null | undefined): string | null {
  const address = url?.trim() ?? ''
  return isWebUrl(address) ? new URL(address).href : null
}
