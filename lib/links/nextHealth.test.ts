import {expect, test} from 'vitest'

import {dueLinks, type CheckedLink} from './dueLinks'
import {dueAt, nextHealth, type LinkHealth} from './nextHealth'
import {doiOutcomeOf, outcomeOf, outcomeOfNoAnswer, type Outcome} from './outcome'

const URL = 'https://example.org/report'
const START = Date.parse('2026-01-01T00:00:00Z')
const HOUR = 3_600_000

const alive: Outcome = {kind: 'alive', status: 200, movedTo: null, message: ''}
const moved: Outcome = {
  kind: 'alive',
  status: 200,
  movedTo: 'https://example.org/new',
  message: 'Leads to another address, for good.',
}
const blocked: Outcome = {kind: 'blocked', status: 403, message: 'blocked', notBefore: null}
const gone: Outcome = {kind: 'failed', status: 404, message: 'gone', notBefore: null}
const silent: Outcome = {kind: 'failed', status: null, message: 'silent', notBefore: null}
const refused: Outcome = {kind: 'refused', message: 'not public'}

test.each<[name: string, checks: readonly (readonly [hours: number, Outcome])[], state: string, failures: number]>([
  ['alive', [[0, alive]], 'ok', 0],
  ['moved', [[0, moved]], 'moved', 0],
  ['one failure', [[0, gone]], 'failing', 1],
  [
    'two failures within two days',
    [
      [0, gone],
      [47, silent],
    ],
    'failing',
    2,
  ],
  [
    'two failures two days apart',
    [
      [0, gone],
      [48, silent],
    ],
    'dead',
    2,
  ],
  [
    'many failures within two days',
    [
      [0, gone],
      [1, gone],
      [2, gone],
    ],
    'failing',
    3,
  ],
  [
    'the next after two days',
    [
      [0, gone],
      [1, gone],
      [50, gone],
    ],
    'dead',
    3,
  ],
  [
    'alive in between',
    [
      [0, gone],
      [24, alive],
      [72, gone],
    ],
    'failing',
    1,
  ],
  ['blocked', [[0, blocked]], 'blocked', 0],
  ['blocked a hundred times', Array.from({length: 100}, (_, day) => [day * 24, blocked] as const), 'blocked', 0],
  [
    'blocked in between is no sign of life',
    [
      [0, gone],
      [48, blocked],
      [96, gone],
    ],
    'dead',
    2,
  ],
  [
    'dead and then blocked stays dead',
    [
      [0, gone],
      [48, gone],
      [96, blocked],
    ],
    'dead',
    2,
  ],
  [
    'dead and then failing stays dead',
    [
      [0, gone],
      [48, gone],
      [96, silent],
    ],
    'dead',
    3,
  ],
  [
    'back from the dead',
    [
      [0, gone],
      [48, gone],
      [216, alive],
    ],
    'ok',
    0,
  ],
  [
    'moved from the dead',
    [
      [0, gone],
      [48, gone],
      [216, moved],
    ],
    'moved',
    0,
  ],
  [
    'refused by ourselves is not dead',
    [
      [0, refused],
      [48, refused],
      [96, refused],
    ],
    'unchecked',
    0,
  ],
])('%s', (_, checks, state, failures) => {
  const health = after(checks)
  expect([health?.state, health?.failures]).toEqual([state, failures])
})

test('keeps what was found, and since when', () => {
  expect(
    after([
      [0, gone],
      [48, silent],
    ]),
  ).toEqual({
    url: URL,
    state: 'dead',
    status: null,
    message: 'silent',
    checkedAt: '2026-01-03T00:00:00.000Z',
    firstFailedAt: '2026-01-01T00:00:00.000Z',
    failures: 2,
    movedTo: null,
    notBefore: null,
  })
})

test('forgets what was known of another address', () => {
  const dead = after([
    [0, gone],
    [48, gone],
  ])
  expect(nextHealth(dead, gone, {url: 'https://example.org/other', now: START})).toMatchObject({
    state: 'failing',
    failures: 1,
  })
  expect(dueAt(dead, 'https://example.org/other')).toBe(0)
})

test.each<[string, Outcome, number]>([
  ['alive: a week', alive, 7 * 24],
  ['moved: a week', moved, 7 * 24],
  ['blocked: a week', blocked, 7 * 24],
  ['failing: two days', gone, 48],
  ['told to wait for longer', {...gone, notBefore: START + 90 * HOUR}, 90],
  ['told to wait for less', {...gone, notBefore: START + HOUR}, 48],
])('checks again after %s', (_, outcome, hours) => {
  expect((dueAt(after([[0, outcome]]), URL) - START) / HOUR).toBe(hours)
})

test('checks a dead address once a week', () => {
  expect(
    (dueAt(
      after([
        [0, gone],
        [48, gone],
      ]),
      URL,
    ) -
      START) /
      HOUR,
  ).toBe(48 + 7 * 24)
})

test('takes what editors ask for, what is new, and what was checked longest ago, in that order', () => {
  const links = [
    link('week', after([[0, alive]])),
    link('fortnight', after([[-7 * 24, alive]])),
    link('yesterday', after([[6 * 24, alive]])),
    link('asked for', after([[7 * 24, alive]]), {isAskedFor: true}),
    link('new', null),
    link('edited', {...nextHealth(null, alive, {url: 'https://example.org/old', now: START + 7 * 24 * HOUR})}),
  ]
  const ids = (limit: number) =>
    dueLinks(links, {now: START + 7 * 24 * HOUR, limit}).map(({referenceId}) => referenceId)
  expect(ids(10)).toEqual(['asked for', 'new', 'edited', 'fortnight', 'week'])
  expect(ids(2)).toEqual(['asked for', 'new'])
})

test.each<[status: number, kind: Outcome['kind']]>([
  [200, 'alive'],
  [204, 'alive'],
  [304, 'alive'],
  [400, 'blocked'],
  [401, 'blocked'],
  [402, 'blocked'],
  [403, 'blocked'],
  [404, 'failed'],
  [405, 'blocked'],
  [408, 'failed'],
  [410, 'failed'],
  [418, 'blocked'],
  [429, 'blocked'],
  [451, 'blocked'],
  [500, 'failed'],
  [502, 'failed'],
  [503, 'failed'],
  [522, 'failed'],
  [999, 'blocked'],
])('takes %i for %s', (status, kind) => {
  expect(outcomeOf(answer({status}), URL, START)).toMatchObject({kind, status})
})

test('takes a robot check for being blocked, whatever its status', () => {
  const headers = new Headers({'cf-mitigated': 'challenge'})
  expect(outcomeOf(answer({status: 503, headers}), URL, START).kind).toBe('blocked')
})

test.each<[string, number | null]>([
  ['120', 120_000],
  ['Thu, 01 Jan 2026 01:00:00 GMT', HOUR],
  ['99999999', 7 * 24 * HOUR],
  ['0', null],
  ['soon', null],
  ['Thu, 01 Jan 2025 01:00:00 GMT', null],
])('reads Retry-After: %s', (value, wait) => {
  const outcome = outcomeOf(answer({status: 429, headers: new Headers({'retry-after': value})}), URL, START)
  expect('notBefore' in outcome && outcome.notBefore).toBe(wait === null ? null : START + wait)
})

test.each<[string, [from: string, status: number][], to: string, movedTo: string | null]>([
  ['no redirect', [], URL, null],
  ['a lasting one', [[URL, 301]], 'https://example.org/new', 'https://example.org/new'],
  [
    'two lasting ones',
    [
      [URL, 301],
      ['https://example.org/b', 308],
    ],
    'https://example.org/c',
    'https://example.org/c',
  ],
  ['a passing one', [[URL, 302]], 'https://example.org/login', null],
  [
    'a lasting one, then a passing one',
    [
      [URL, 301],
      ['https://example.org/b', 303],
    ],
    'https://example.org/c',
    'https://example.org/b',
  ],
  [
    'a passing one, then a lasting one',
    [
      [URL, 307],
      ['https://example.org/b', 301],
    ],
    'https://example.org/c',
    null,
  ],
  ['one to the same place', [[URL, 301]], `${URL}#top`, null],
  ['one to the front page', [[URL, 301]], 'https://example.org/', null],
])('suggests a new address after %s', (_, redirects, url, movedTo) => {
  const outcome = outcomeOf(
    answer({url, redirects: redirects.map(([from, status]) => ({url: from, status}))}),
    URL,
    START,
  )
  expect(outcome).toMatchObject({kind: 'alive', movedTo})
})

test('keeps the place within a page that has moved, and doubts a front page', () => {
  const redirects = [{url: URL, status: 301}]
  expect(outcomeOf(answer({url: 'https://example.org/new', redirects}), `${URL}#table-2`, START)).toMatchObject({
    movedTo: 'https://example.org/new#table-2',
  })
  expect(outcomeOf(answer({url: 'https://example.org/', redirects}), URL, START)).toMatchObject({
    message: 'Leads to the front page of example.org: is the work still there?',
  })
})

test('takes any way on from the resolver for a registered DOI', () => {
  expect(doiOutcomeOf(answer({status: 302}), URL, START).kind).toBe('alive')
  expect(doiOutcomeOf(answer({status: 404}), URL, START)).toMatchObject({
    kind: 'failed',
    message: 'doi.org does not know this DOI.',
  })
  expect(doiOutcomeOf(answer({status: 503}), URL, START).kind).toBe('failed')
})

test('takes silence for a failure, and its own refusal for none', () => {
  for (const failure of ['name', 'connection', 'certificate', 'timeout', 'tooManyRedirects', 'malformed'] as const)
    expect(outcomeOfNoAnswer(failure, 'why').kind).toBe('failed')
  expect(outcomeOfNoAnswer('refused', 'why').kind).toBe('refused')
})

function after(checks: readonly (readonly [hours: number, Outcome])[]): LinkHealth | null {
  return checks.reduce<LinkHealth | null>(
    (health, [hours, outcome]) => nextHealth(health, outcome, {url: URL, now: START + hours * HOUR}),
    null,
  )
}

function link(referenceId: string, health: LinkHealth | null, fields: Partial<CheckedLink> = {}): CheckedLink {
  return {referenceId, url: URL, isDoi: false, health, isAskedFor: false, deadUrl: null, ...fields}
}

function answer(fields: Partial<Parameters<typeof outcomeOf>[0]>) {
  return {status: 200, headers: new Headers(), redirects: [], url: URL, ...fields}
}
