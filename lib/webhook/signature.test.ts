import {expect, test} from 'vitest'

import {signatureHeader, signedAt} from './signature'

const secret = 'correct horse battery'
const body = '{"_id":"tides"}'
const at = 1_767_225_600_000
const signature = signatureHeader({body, at, secret})

test('signs as Sanity signs', () => {
  expect(signature).toBe('t=1767225600000,v1=tO3rFkShdAYweFpeopOrNYbfk0FSqLoshC1r035W5Pg')
})

test('tells when a genuine delivery was signed', () => {
  expect(signedAt({body, signature, secret})).toBe(at)
})

test.each<[name: string, forged: {body?: string; signature?: string; secret?: string}]>([
  ['another body', {body: '{"_id":"tide"}'}],
  ['another secret', {secret: 'another'}],
  ['no secret', {secret: '', signature: signatureHeader({body, at, secret: ''})}],
  ['another time', {signature: signature.replace('t=1767225600000', 't=1767225600001')}],
  ['a changed character', {signature: signature.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))}],
  ['a shortened one', {signature: signature.slice(0, -1)}],
  ['none', {signature: ''}],
  ['a bare time', {signature: 't=1767225600000,v1='}],
])('refuses %s', (_, forged) => {
  expect(signedAt({body, signature, secret, ...forged})).toBeNull()
})
