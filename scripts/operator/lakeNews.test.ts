import {expect, test} from 'vitest'

import {createLakeNews} from './lakeNews'

test.each([
  [{level: 'error', event: 'fault', message: 'A request failed'}, 'The lake: A request failed'],
  [
    {level: 'warn', event: 'webhook', message: 'Index does not accept a change: status 503'},
    'The lake: Index does not accept a change: status 503',
  ],
  [{level: 'info', event: 'webhook', message: 'Index accepts changes again'}, 'The lake: Index accepts changes again'],
  [{level: 'info', event: 'stopped', message: 'asked to'}, null],
  [{level: 'warn', event: 'slow-query', ms: 900, query: '*'}, null],
  [{level: 'error', event: 'request', status: 500}, null],
  [{event: 'administrator', email: 'a', password: 'b'}, null],
  [null, null],
])('makes of %j %s', (event, said) => {
  expect(createLakeNews()(event)).toBe(said)
})

test('says the same sentence once a minute', () => {
  let time = 0
  const news = createLakeNews(() => time)
  const event = {level: 'error', event: 'fault', message: 'A request failed'}
  const said = [0, 1000, 59_999, 60_000, 61_000].map((at) => {
    time = at
    return news(event) !== null
  })
  expect(said).toEqual([true, false, false, true, false])
})
