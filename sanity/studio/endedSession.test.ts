import {expect, test} from 'vitest'

import {createSignedInFetch} from './endedSession'

const signedIn = {headers: {authorization: 'Bearer secret'}}

test.each([
  ['the end of her session, once', [401, 401], signedIn, 1],
  ['nothing of a right that she lacks', [403], signedIn, 0],
  ['nothing of an answer', [200], signedIn, 0],
  ['nothing of a request by nobody', [401], {}, 0],
])('says %s', async (_what, statuses, init, times) => {
  let ended = 0
  const fetch = createSignedInFetch(
    () => Promise.resolve(new Response('', {status: statuses.shift() ?? 200})),
    () => ended++,
  )
  const answers = [...statuses]

  for (const status of answers) expect((await fetch('/lake/v1/users/me', init)).status).toBe(status)

  expect(ended).toBe(times)
})
