import {randomBytes} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import sharp from 'sharp'

import type {Random} from '../crash/random.fixture.ts'

const TEXTS = [
  'Plain',
  '',
  'Zażółć gęślą jaźń',
  '日本語のテキスト',
  '👩🏽‍🚀 and\u0000null',
  '"quotes" \\ and \n lines',
  'e\u0301 is not é',
  '\u2028\u2029 separators',
  '</script>',
]

/** Puts documents of every kind into the client's dataset: assets, drafts, versions, references, odd values. */
export async function fillDataset(client: SanityClient, random: Random): Promise<void> {
  const assets = await uploadAssets(client, random)
  const count = 3 + random.below(12)
  const ids = Array.from({length: count}, (_, index) => `doc-${index}`)
  const documents = ids.map((_id, index) => article(_id, {random, others: ids.slice(0, index), assets}))
  const drafts = ids.filter(() => random.once(3)).map((id) => article(`drafts.${id}`, {random, others: ids, assets}))
  const versions = ids
    .filter(() => random.once(4))
    .map((id) => article(`versions.rSpring.${id}`, {random, others: ids, assets}))
  await [...documents, ...drafts, ...versions]
    .reduce((all, document) => all.create(document), client.transaction())
    .commit()
  await client.releases.create({releaseId: 'rSpring', metadata: {title: TEXTS[random.below(TEXTS.length)]}})
  if (random.once(2)) await client.releases.schedule({releaseId: 'rSpring', publishAt: '2100-01-01T00:00:00Z'})
}

/** None or several: of an archive with one asset alone, @sanity/import 7 leaves the description out. */
async function uploadAssets(client: SanityClient, random: Random): Promise<string[]> {
  if (random.once(5)) return []
  const files = Array.from({length: 1 + random.below(3)}, (_, index) =>
    client.assets.upload('file', randomBytes(1 + random.below(5000)), {
      filename: ['notes.txt', 'song.mp3', 'naïve 名.pdf'][index],
      title: `File ${index}`,
    }),
  )
  const images = await Promise.all(
    Array.from({length: 1 + random.below(3)}, async () => {
      const [width, height] = [4 + random.below(20), 4 + random.below(20)]
      const raw = {raw: {width, height, channels: 3}} as const
      const picture = sharp(randomBytes(width * height * 3), raw).withExif({IFD0: {Artist: 'Ada'}})
      const bytes = await (random.once(2) ? picture.png() : picture.jpeg()).toBuffer()
      return client.assets.upload('image', bytes, {filename: 'picture.png', description: 'Drawn at random'})
    }),
  )
  return (await Promise.all([...files, ...images])).map(({_id}) => _id)
}

interface Surroundings {
  random: Random
  /** What it may refer to. */
  others: readonly string[]
  assets: readonly string[]
}

function article(_id: string, {random, others, assets}: Surroundings) {
  const other = others[random.below(others.length)]
  const asset = assets[random.below(assets.length)]
  const assetKind = asset?.startsWith('image-') ? 'image' : 'file'
  const picture = asset && {_type: assetKind, asset: {_type: 'reference', _ref: asset}, caption: text(random)}
  return {
    _id,
    _type: random.once(2) ? 'article' : 'note',
    _createdAt: new Date(1.7e12 + random.below(1e9)).toISOString(),
    title: text(random),
    nothing: null,
    list: [null, 1, 'two', false],
    objects: [
      {_key: 'a', _type: 'block', children: [{_key: 'b', _type: 'span', text: text(random), marks: []}]},
      ...(picture ? [{_key: 'c', ...picture}] : []),
    ],
    number: random.once(2) ? 1e21 : -0.1,
    deep: {deeper: {deepest: text(random)}},
    ...(picture && random.once(2) ? {picture} : {}),
    ...(other ? {strong: {_type: 'reference', _ref: other}, many: [{_key: 'k', _type: 'reference', _ref: other}]} : {}),
    weak: {_type: 'reference', _ref: random.once(2) ? 'nobody' : (other ?? 'nobody'), _weak: true},
  }
}

function text(random: Random): string {
  return TEXTS[random.below(TEXTS.length)] ?? ''
}
