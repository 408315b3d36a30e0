import {expect, test} from 'vitest'

import {lakeClient} from '@/test-support/lakeClient'

import {takeBack, tellApart, VERDICT, verdict, verdictsOn} from './verdicts'

test('tells works apart, until it is taken back', async () => {
  const client = lakeClient({production: []}, {token: 'editor', perspective: 'raw'})
  const verdicts = async () => verdict.array().parse(await client.fetch(`*[_type == "distinctWorks"]${VERDICT}`))

  await tellApart(client, ['a', 'b', 'c'])
  await tellApart(client, ['a', 'd'])
  const all = await verdicts()
  expect(verdictsOn(all, 'a')).toHaveLength(2)
  expect(verdictsOn(all, 'a', 'c').map(({ids}) => ids)).toEqual([['a', 'b', 'c']])
  expect(verdictsOn(all, 'b', 'd')).toEqual([])

  const ids = verdictsOn(all, 'a', 'c').map(({_id}) => _id)
  await takeBack(client, ids)
  await takeBack(client, ids)
  expect((await verdicts()).map(({ids}) => ids)).toEqual([['a', 'd']])
})

test('keeps a verdict from readers, and leaves it to who may write', async () => {
  const documents = [{_id: 'distinctWorks.1', _type: 'distinctWorks', works: []}]
  const reader = lakeClient({production: documents}, {perspective: 'raw'})
  await expect(reader.fetch('count(*[_type == "distinctWorks"])')).resolves.toBe(0)
  const viewer = lakeClient({production: documents}, {token: 'viewer', perspective: 'raw'})
  await expect(tellApart(viewer, ['a', 'b'])).rejects.toThrow(/permission|may not/i)
  await expect(takeBack(viewer, ['distinctWorks.1'])).rejects.toThrow(/permission|may not/i)
})
