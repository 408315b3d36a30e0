import type {LinkState} from '@/lib/links/linkStates'
import {when} from '@/sanity/tools/accounts/when'

interface Told {
  state: LinkState
  message: string | null
  checkedAt: string | null
  firstFailedAt: string | null
  articles?: number
}

/** What happened to an address, in a line: `Fails since … . Answers 404: it is not there. Used in 2 articles.` */
export function linkStory({state, message, checkedAt, firstFailedAt, articles}: Told): string {
  const isFailing = state === 'dead' || state === 'failing'
  const since = isFailing && firstFailedAt ? `Fails since ${when(firstFailedAt)}.` : ''
  const checked = checkedAt ? `Checked ${when(checkedAt)}.` : ''
  return [since, message, checked, used(articles)].filter(Boolean).join(' ')
}

function used(articles: number | undefined): string {
  if (articles === undefined) return ''
  if (articles === 0) return 'Used in no published text.'
  return articles === 1 ? 'Used in 1 article.' : `Used in ${articles} articles.`
}
