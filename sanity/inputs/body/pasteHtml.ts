import type {SanityClient} from 'sanity'

import type {BodyMember, Figure, TextBlock} from '@/lib/manuscripts/body'
import type {Finding} from '@/lib/manuscripts/finding'
import {readBody} from '@/lib/manuscripts/html/readBody'

import {createKey} from '@/sanity/studio/createKey'

import {withEdgeSpaces} from './edgeSpaces'

const EMBEDDED = /^data:(image\/(?:png|jpeg|gif|webp|avif));base64,(.+)$/is

export interface Pasted {
  blocks: BodyMember[]
  findings: Finding[]
}

/**
 * What the HTML on the clipboard is as members of the body; `null` when it is better pasted by the editor itself.
 * Pictures that are in the HTML are uploaded; others cannot be reached from here, and their captions stay as text.
 */
export function pasteHtml(data: DataTransfer, client: SanityClient): Pasted | Promise<Pasted> | null {
  // What was copied in the Studio brings its own form along, citations included.
  if (data.types.includes('application/x-portable-text')) return null
  const html = data.getData('text/html')
  if (html.trim() === '') return null
  const read = readBody(new DOMParser().parseFromString(html, 'text/html').body, createKey)
  const {pictures, findings} = read
  const body = withEdgeSpaces(read.body, data.getData('text/plain'))
  if (body.length === 0) return findings.length > 0 ? {blocks: [], findings} : null

  const embedded = [...pictures].filter(([, {src}]) => EMBEDDED.test(src))
  const alts = new Map([...pictures].map(([key, {alt}]): [string, string] => [key, alt]))
  const finish = (images: Images) => withFigures(body, {images, findings, alts})
  if (embedded.length === 0) return finish(new Map())
  return Promise.all(embedded.map(([key, {src}]) => upload(client, {key, src}))).then((images) =>
    finish(new Map(images.filter((image) => image !== null))),
  )
}

type Images = ReadonlyMap<string, Figure['image']>

function withFigures(
  body: readonly BodyMember[],
  {images, findings, alts}: {images: Images; findings: readonly Finding[]; alts: ReadonlyMap<string, string>},
): Pasted {
  const missing: Finding[] = []
  let after = ''
  const blocks = body.flatMap((member): BodyMember[] => {
    if (member._type === 'block') after = lastWords(member) || after
    if (member._type !== 'figure') return [member]
    const image = images.get(member._key)
    const alt = alts.get(member._key) ?? ''
    if (image) return [{...member, image, ...(alt && {alt})}]
    missing.push({message: `A picture was not taken over${alt ? ` (“${alt}”)` : ''}: add it as a figure.`, after})
    return figureText(member)
  })
  return {blocks, findings: [...findings, ...missing]}
}

/** What a figure without its picture leaves in the text. */
function figureText({caption = [], credit}: Figure): TextBlock[] {
  const line = credit && [[credit.creator, credit.outlet].filter(Boolean).join('; '), credit.url && `(${credit.url})`]
  const credited = line?.filter(Boolean).join(' ')
  if (!credited) return caption
  const children: TextBlock['children'] = [{_type: 'span', _key: createKey(), text: credited, marks: []}]
  return [...caption, {_type: 'block', _key: createKey(), style: 'normal', markDefs: [], children}]
}

function lastWords({children}: TextBlock): string {
  const text = children.map((child) => (child._type === 'span' ? child.text : '')).join('')
  return text.length > 60 ? text.slice(-60).replace(/^\S*\s/, '') : text
}

async function upload(
  client: SanityClient,
  {key, src}: {key: string; src: string},
): Promise<[string, Figure['image']] | null> {
  try {
    const [, type = '', base64 = ''] = EMBEDDED.exec(src) ?? []
    const file = new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], {type})
    const {_id} = await client.assets.upload('image', file, {filename: `pasted.${file.type.split('/')[1] ?? 'png'}`})
    return [key, {_type: 'image', asset: {_type: 'reference', _ref: _id}}]
  } catch {
    // The finding about the figure says that its picture is missing.
    return null
  }
}
