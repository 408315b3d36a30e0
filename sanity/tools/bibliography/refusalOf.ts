import {readField} from '@/sanity/schema/readField'

import {messageOf} from '../accounts/messageOf'

/** What browsers say when nothing answers, and what stands in the place of an answer. */
const UNANSWERED =
  /failed to fetch|networkerror|load failed|network request failed|request error while|internal server error|bad gateway|service unavailable|gateway time-?out/i

/** Why the content store did not do it, as a sentence. */
export function refusalOf(error: unknown): string {
  const status = readField(error, 'statusCode')
  if (status === 403) return 'Your account may not change these documents. Choose others, or ask an editor.'
  if (status === 401) return 'You are signed out. Sign in again in another tab.'
  const said = messageOf(error).trim()
  if (said === '' || UNANSWERED.test(said))
    return 'The content store did not answer. Check the connection and try again.'
  return /[.!?]$/.test(said) ? said : `${said}.`
}
