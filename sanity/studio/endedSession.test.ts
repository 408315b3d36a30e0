import {expect, test} from 'vitest'

import {createSignedInFetch} from './endedSession'

const signedIn = {headers: {authorization: 'Bearer secret'}}

test.each([
  ['the end of her session, once', [200, 401, 401], signedIn, 1],
  ['nothing of a session that had ended before', [401, 401], signedIn, 0],
  ['nothing of a right that she lacks', [200, 403], signedIn, 0],
  ['the end that follows a refusal', [200, 403, 401], signedIn, 1],
  ['nothing of a request by nobody', [200, 401], {}, 0],
])('says %s', async (_what, statuses, init, times) => {
  let ended = 0
  const answers = statuses.map((status) => new Response('', {status}))
  const fetch = createSignedInFetch(
    () => Promise.resolve(answers.shift() ?? new Response()),
    () => ended++,
  )

  for (const status of statuses) expect((await fetch('/lake/v1/users/me', init)).status).toBe(status)

  expect(ended).toBe(times)
})
