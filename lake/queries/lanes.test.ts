import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import {defaultLimits} from '../groq/limits.ts'

import type {EngineEnd} from './engine.ts'
import {lanes} from './lanes.ts'
import type {FromReplica, ToReplica} from './messages.ts'
import type {Queries, QueryClient, QueryRequest} from './queries.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const ada: QueryClient = {key: 'ada', isSignedIn: true}

describe('the quick lane', () => {
  test('gives a query a moment, and hands it on with its full time', async () => {
    const {queries, quick, patient} = fakeLanes()
    const answer = ask(queries, 'slow')
    quick().ready()

    expect(quick().query()).toMatchObject({query: 'slow', timeoutMs: 25})
    quick().timeOut()
    await settle()
    patient().ready()
    expect(patient().query()).toMatchObject({query: 'slow', timeoutMs: 2_000})
    patient().answer('done')

    await expect(answer).resolves.toBe('done')
  })

  test('is spared a query that it has not answered before', async () => {
    const {queries, quick, patient} = fakeLanes()
    const first = ask(queries, 'slow')
    quick().ready()
    quick().timeOut()
    await settle()
    patient().ready()
    patient().answer('first')
    await first

    // It has become fast, so that somebody signed in may try it, and nobody else.
    const stranger = ask(queries, 'slow', {key: 'x', isSignedIn: false})
    expect(patient().query()).toMatchObject({query: 'slow'})
    expect(quick().query()).toBe(null)
    patient().answer('second')
    await expect(stranger).resolves.toBe('second')

    const known = ask(queries, 'slow')
    expect(quick().query()).toMatchObject({query: 'slow', timeoutMs: 400})
    quick().answer('third')
    await expect(known).resolves.toBe('third')
  })

  test('is stood in for by the patient one while it is being replaced', async () => {
    const {queries, quick, patient} = fakeLanes()
    const slow = ask(queries, 'slow')
    quick().ready()
    quick().timeOut()
    await settle()
    patient().ready()
    patient().answer('slow')
    await slow
    quick().lose('killed')

    const answer = ask(queries, 'simple')
    expect(patient().query()).toMatchObject({query: 'simple'})
    patient().answer('here')

    await expect(answer).resolves.toBe('here')
  })
})

describe('a replica that is lost', () => {
  test.each<[EngineEnd, RegExp]>([['outOfMemory', /needs more than 256 MB of memory/]])(
    'takes only the query at fault with it: %s',
    async (end, message) => {
      const {queries, quick, patient} = fakeLanes()
      const [bomb, other] = [ask(queries, 'bomb'), ask(queries, 'other', {key: 'bob', isSignedIn: true})]
      quick().ready()
      quick().timeOut()
      await settle()
      patient().ready()
      const refusal = failureOf(bomb)
      patient().lose(end)
      expect(await refusal).toMatchObject({status: 400, message: expect.stringMatching(message)})
      quick().answer('other')

      await expect(other).resolves.toBe('other')
      await expect(ask(queries, 'bomb')).rejects.toMatchObject({status: 400})
      const next = ask(queries, 'next')
      quick().answer('next')
      await expect(next).resolves.toBe('next')
    },
  )

  test('is ended when it says nothing past the limit, and another takes its place', async () => {
    const {queries, patient, engines} = fakeLanes()
    const hung = ask(queries, 'hung')
    engines.quick[0]?.ready()
    engines.quick[0]?.timeOut()
    await settle()
    patient().ready()
    const refusal = failureOf(hung)
    await vi.advanceTimersByTimeAsync(5_001)
    expect(await refusal).toMatchObject({
      status: 400,
      message: expect.stringMatching(/longer than 2000 ms/),
    })

    expect(engines.patient[0]?.isEnded).toBe(true)
    const next = ask(queries, 'hung')
    expect(engines.patient).toHaveLength(2)
    patient().ready()
    patient().answer('next')
    await expect(next).resolves.toBe('next')
  })

  test('is waited for while it builds what the query needs', async () => {
    const {queries, quick} = fakeLanes()
    const answer = ask(queries, 'first of its perspective')
    quick().ready()
    quick().say('building')
    await vi.advanceTimersByTimeAsync(30_000)
    quick().say('built')
    quick().answer('here')

    await expect(answer).resolves.toBe('here')
  })

  test('is no fault of its query when somebody else has ended it', async () => {
    const {queries, quick, patient} = fakeLanes()
    const answer = ask(queries, 'innocent')
    quick().ready()
    quick().lose('killed')
    await settle()
    patient().ready()
    patient().lose('killed')
    await settle()
    patient().ready()
    patient().answer('here')

    await expect(answer).resolves.toBe('here')
  })

  test('is given up after three starts, and tried again for the next query', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const {queries, quick, engines} = fakeLanes()
    const refusal = failureOf(ask(queries, 'a'))
    for (let start = 0; start < 3; start++) {
      quick().lose('failed')
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(await refusal).toMatchObject({status: 503})
    const answer = ask(queries, 'b')
    expect(engines.quick).toHaveLength(4)
    quick().ready()
    quick().answer('b')

    await expect(answer).resolves.toBe('b')
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })
})

describe('an anonymous reader', () => {
  const stranger = (key: string): QueryClient => ({key, isSignedIn: false})

  test('is sent where there is time, once one of them has held up the quick lane', async () => {
    const {queries, quick, patient} = fakeLanes()
    const known = ask(queries, 'known', stranger('a'))
    quick().ready()
    quick().answer('known')
    await known
    const slow = ask(queries, 'slow', stranger('b'))
    const waiting = ask(queries, 'new 1', stranger('c'))
    quick().timeOut()
    await settle()
    patient().ready()

    const again = ask(queries, 'known', stranger('a'))
    expect(quick().query()).toMatchObject({query: 'known', timeoutMs: 150})
    quick().answer('again')
    await expect(again).resolves.toBe('again')
    const editors = ask(queries, 'new 2')
    expect(quick().query()).toMatchObject({query: 'new 2'})
    quick().answer('editors')
    await expect(editors).resolves.toBe('editors')
    const answers: string[] = []
    for (let count = 0; count < 2; count++) {
      answers.push(patient().query()?.query ?? '')
      patient().answer('there')
      await settle()
    }
    expect(answers.sort()).toEqual(['new 1', 'slow'])
    await expect(Promise.all([slow, waiting])).resolves.toEqual(['there', 'there'])
  })

  test('who has ended a replica is not answered for longer and longer, and others are', async () => {
    const {queries, quick} = fakeLanes()
    const bomb = failureOf(ask(queries, 'bomb', stranger('a')))
    quick().ready()
    quick().lose('outOfMemory')
    expect(await bomb).toMatchObject({status: 400, message: 'The query needs more than 256 MB of memory'})

    await expect(ask(queries, '1', stranger('a'))).rejects.toMatchObject({status: 429})
    const other = ask(queries, '1')
    quick().ready()
    quick().answer('other')
    await expect(other).resolves.toBe('other')
    await vi.advanceTimersByTimeAsync(10_001)
    const later = ask(queries, '1', stranger('a'))
    quick().answer('later')
    await expect(later).resolves.toBe('later')
  })
})

test('ends the patient replica when nobody has needed it for a minute', async () => {
  const {queries, quick, patient, engines} = fakeLanes()
  const answer = ask(queries, 'slow')
  quick().ready()
  quick().timeOut()
  await settle()
  patient().ready()
  patient().answer('done')
  await answer
  await vi.advanceTimersByTimeAsync(60_001)

  expect([engines.quick[0]?.isEnded, engines.patient[0]?.isEnded]).toEqual([false, true])
})

test('forgets a query whose reader has gone', async () => {
  const {queries, quick} = fakeLanes()
  const reader = new AbortController()
  const gone = ask(queries, 'gone', {...ada, signal: reader.signal})
  const refusal = failureOf(gone)
  reader.abort()
  expect(await refusal).toMatchObject({status: 499})
  quick().ready()

  expect(quick().query()).toBe(null)
})

test('outlives a query that cannot be sent', async () => {
  const {queries, quick} = fakeLanes()
  const refusal = failureOf(ask(queries, 'cannot be sent'))
  quick().ready()
  expect(await refusal).toBeInstanceOf(Error)
  const answer = ask(queries, 'next')
  quick().answer('answered')

  await expect(answer).resolves.toBe('answered')
})

test('answers what is under way before it closes, and nothing else', async () => {
  const {queries, quick, engines} = fakeLanes()
  const [running, waiting] = [ask(queries, 'running'), ask(queries, 'waiting')]
  quick().ready()
  const refusal = failureOf(waiting)
  const closed = queries.close()
  expect(await refusal).toMatchObject({status: 503})
  await expect(ask(queries, 'late')).rejects.toMatchObject({status: 503})
  expect(engines.quick[0]?.isEnded).toBe(false)
  quick().answer('in time')
  await closed

  await expect(running).resolves.toBe('in time')
  expect(engines.quick[0]?.isEnded).toBe(true)
})

/** Lanes whose replicas do what the test says; `quick()` and `patient()` are the newest of each. */
function fakeLanes() {
  const engines: Record<'quick' | 'patient', ReturnType<typeof fakeEngine>[]> = {quick: [], patient: []}
  const queries = lanes({
    path: '',
    store: {onCommit: () => () => undefined},
    limits: defaultLimits,
    startEngine({isPatient, onMessage, onEnd}) {
      const engine = fakeEngine(onMessage, onEnd)
      engines[isPatient ? 'patient' : 'quick'].push(engine)
      return engine
    },
  })
  const newest = (name: 'quick' | 'patient') => () => {
    const engine = engines[name].at(-1)
    if (!engine) throw new Error(`The ${name} lane has not been started`)
    return engine
  }
  return {queries, engines, quick: newest('quick'), patient: newest('patient')}
}

function fakeEngine(onMessage: (message: FromReplica) => void, onEnd: (end: EngineEnd, log: string) => void) {
  let last: {id: number; request: QueryRequest} | null = null
  const take = () => {
    const {id} = last ?? {id: -1}
    last = null
    return id
  }
  return {
    pid: undefined,
    isEnded: false,
    hold: () => undefined,
    release: () => undefined,
    send(message: ToReplica) {
      if (message.kind !== 'query') return
      if (message.request.query === 'cannot be sent') throw new RangeError('Maximum call stack size exceeded')
      last = message
    },
    end() {
      this.isEnded = true
    },
    query: () => last?.request ?? null,
    ready: () => onMessage({kind: 'ready'}),
    say: (kind: 'building' | 'built') => onMessage({kind, id: last?.id ?? -1}),
    answer(text: string) {
      const timing = {queue: 0, parse: 0, evaluate: 0, encode: 0}
      onMessage({kind: 'answer', id: take(), body: new TextEncoder().encode(text), timing})
    },
    timeOut() {
      const envelope = {type: 'queryEvaluationError', description: 'It took longer'}
      onMessage({kind: 'refusal', id: take(), status: 400, envelope, isTimeout: true})
    },
    lose: (end: EngineEnd) => onEnd(end, 'a log'),
  }
}

async function ask(queries: Queries, query: string, client = ada): Promise<string> {
  const request: QueryRequest = {
    query,
    params: {},
    dataset: 'production',
    perspective: 'raw',
    projectId: 'octavo',
    identity: client.key,
    timestamp: 0,
    timeoutMs: 2_000,
    isTraced: false,
    returnsQuery: false,
  }
  const {body} = await queries.run(request, client)
  return new TextDecoder().decode(body)
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no failure',
    (error: unknown) => error,
  )
}

/** Lets what has been promised come about. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0)
}
