import {mkdtempSync, rmSync} from 'node:fs'
import {Agent, request} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {expect, onTestFinished, test} from 'vitest'

import {spawnLake, writeToken, type LakeProcess} from './lakeProcess.fixture.ts'

test(
  'finishes the upload under way when it is stopped, refuses what comes after, and keeps what it acknowledged',
  {
    timeout: 60_000,
  },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lake-stop-'))
    onTestFinished(() => rmSync(folder, {recursive: true}))
    const lake = await started(folder)
    const agent = new Agent({keepAlive: true, maxSockets: 1})
    onTestFinished(() => agent.destroy())
    const write = (index: number) =>
      answer(lake, {
        agent,
        path: '/v2026-01-01/data/mutate/production',
        body: JSON.stringify({mutations: [{create: {_id: `note-${index}`, _type: 'note'}}]}),
      })
    const upload = startUpload(lake)
    await upload.isUnderWay

    const acknowledged: string[] = []
    lake.child.kill('SIGTERM')
    for (let index = 0; ; index++) {
      const {status, body} = await write(index)
      if (status === 200) {
        acknowledged.push(`note-${index}`)
        continue
      }
      expect([status, body]).toEqual([
        503,
        '{"error":{"type":"lakeStopping","description":"The lake is stopping; nothing was saved"}}',
      ])
      break
    }
    upload.finish()
    const uploaded = await upload.answer
    expect(uploaded.status).toBe(200)
    expect(await lake.ended).toEqual([0, null])

    const again = await started(folder)
    const ids: unknown = await again.client.fetch('*[_type == "note"]._id', {}, {perspective: 'raw'})
    expect(new Set(Array.isArray(ids) ? ids : [])).toEqual(new Set(acknowledged))
    const {document} = JSON.parse(uploaded.body)
    expect(await again.client.getDocument(document._id)).toMatchObject({size: 8})
    again.child.kill('SIGTERM')
    expect(await again.ended).toEqual([0, null])
  },
)

test('does not wait for an upload that nobody finishes', {timeout: 60_000}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lake-stop-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  const lake = await started(folder)
  const upload = startUpload(lake)
  await upload.isUnderWay
  const failure = upload.answer.catch((error: Error) => error.message)

  lake.child.kill('SIGTERM')

  expect(await lake.ended).toEqual([0, null])
  expect(await failure).toBe('socket hang up')
})

async function started(folder: string): Promise<LakeProcess> {
  const lake = await spawnLake({folder})
  onTestFinished(() => void lake.child.kill('SIGKILL'))
  if (!(await lake.listening)) throw new Error(lake.errors())
  return lake
}

/** An upload whose first half is sent; the lake has taken it in when it says that it continues. */
function startUpload({url}: LakeProcess) {
  const upload = request(`${url}/v2026-01-01/assets/files/production?filename=a.bin`, {
    method: 'POST',
    headers: {authorization: `Bearer ${writeToken}`, expect: '100-continue', 'content-length': 8},
  })
  upload.flushHeaders()
  const isUnderWay = new Promise<void>((resolve) =>
    upload.once('continue', () => {
      upload.write('half')
      resolve()
    }),
  )
  return {isUnderWay, answer: answerOf(upload), finish: () => upload.end('half')}
}

function answer({url}: LakeProcess, {agent, path, body}: {agent: Agent; path: string; body: string}) {
  const sent = request(`${url}${path}`, {
    agent,
    method: 'POST',
    headers: {authorization: `Bearer ${writeToken}`, 'content-type': 'application/json'},
  })
  sent.end(body)
  return answerOf(sent)
}

function answerOf(sent: ReturnType<typeof request>): Promise<{status: number | undefined; body: string}> {
  return new Promise((resolve, reject) => {
    sent.once('error', reject)
    sent.once('response', (response) => {
      text(response).then((body) => resolve({status: response.statusCode, body}), reject)
    })
  })
}
