import {readField} from '@/sanity/schema/readField'

import {messageOf} from '../accounts/messageOf'

/** What browsers say when nothing answers. */
const UNANSWERED = /failed to fetch|networkerror|load failed|network request failed|request error while/i

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
