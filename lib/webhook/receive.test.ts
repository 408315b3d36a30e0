import {expect, test} from 'vitest'

import {createDeliveries} from './deliveries'
import {receive} from './receive'
import {signatureHeader} from './signature'

const secret = 'correct horse battery'
const now = 1_767_225_600_000
const payload = {
  _id: 'tides',
  _type: 'article',
  operation: 'create',
  before: null,
  after: {slug: 'on-tides', publishedAt: '2026-01-14T09:00:00Z', refs: ['ada']},
}

const signature = signatureHeader({body: JSON.stringify(payload), at: now, secret})

test('hands over the payload of a genuine, recent, new delivery', async () => {
  await expect(receive(delivery(), context())).resolves.toEqual({
    ok: true,
    payload,
    deliveryKeys: [signature, 'delivery-1'],
  })
})

test('takes one delivery once, and lets its sender stop', async () => {
  const once = context()
  once.deliveries.add('delivery-1')

  await expect(receive(delivery(), once)).resolves.toMatchObject({ok: false, status: 200})
})

test.each([
  ['another key', 'delivery-2'],
  ['no key', null],
])('takes a delivery once, though it is replayed with %s', async (_, key) => {
  const once = context()
  once.deliveries.add(signature)

  const again = await receive(delivery({headers: {'idempotency-key': key}}), once)
  expect(again).toMatchObject({ok: false, status: 200})
})

test.each([
  ['without a signature', {headers: {'sanity-webhook-signature': null}}, 401],
  ['signed with another secret', {secret: 'another'}, 401],
  ['signed six minutes ago', {at: now - 6 * 60_000}, 401],
  ['signed six minutes from now', {at: now + 6 * 60_000}, 401],
  ['that is no JSON', {body: '{'}, 400],
  ['of another shape', {body: '{"_id":"tides"}'}, 400],
  ['that is empty', {body: ''}, 400],
  ['larger than 1 MB', {body: `"${'x'.repeat(1_048_576)}"`}, 413],
])('refuses a delivery %s', async (_, changed, status) => {
  const received = await receive(delivery(changed), context())

  expect(received).toMatchObject({ok: false, status})
  expect(JSON.stringify(received)).not.toContain(secret)
})

interface Delivery {
  body?: string
  at?: number
  secret?: string
  headers?: Record<string, string | null>
}

function delivery({
  body = JSON.stringify(payload),
  at = now,
  secret: signedWith = secret,
  headers = {},
}: Delivery = {}) {
  const all = {
    'sanity-webhook-signature': signatureHeader({body, at, secret: signedWith}),
    'idempotency-key': 'delivery-1',
    ...headers,
  }
  const sent = Object.entries(all).flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, value]],
  )
  return new Request('http://localhost:3000/api/revalidate', {method: 'POST', body: body || null, headers: sent})
}

function context() {
  return {secret, now, deliveries: createDeliveries({maxEntries: 10})}
}
