import {expect, test} from './test'

test('the webhook refuses what the lake did not sign', async ({request}) => {
  const body = JSON.stringify({_id: 'settings', _type: 'settings', operation: 'update', before: null, after: null})
  const send = (headers: Record<string, string>) => request.post('/api/revalidate', {data: body, headers})

  expect((await send({})).status()).toBe(401)
  expect((await send({'sanity-webhook-signature': `t=${Date.now()},v1=AAAA`})).status()).toBe(401)
})
