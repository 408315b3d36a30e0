import type {SanityClient} from '@sanity/client'

import {type Figure, isFigure, isTextBlock, type Member, textOf} from '@/lib/manuscripts/body'
import {checkPicture, type PictureFile, readPicture} from './pictureFile.ts'
import type {Manuscript} from './readManuscript.ts'
import type {ImportReport} from './report.ts'

interface Pictured extends Manuscript {
  members: readonly Member[]
  leadFigure: Figure | null
}

interface UploadOptions {
  client: SanityClient
  dryRun: boolean
  report: ImportReport
}

/**
 * The members with every figure's picture uploaded. A figure without one keeps its caption, so that an editor can add
 * the picture there; without a caption it goes.
 */
export async function uploadPictures(
  pictured: Pictured,
  options: UploadOptions,
): Promise<{members: Member[]; leadFigure: Figure | null}> {
  const leadFigure = pictured.leadFigure && (await withPicture(pictured.leadFigure, {pictured, after: '', ...options}))
  const members: Member[] = []
  let after = ''
  for (const member of pictured.members) {
    if (isTextBlock(member)) after = textOf(member).slice(-60) || after
    const kept = isFigure(member) ? await withPicture(member, {pictured, after, ...options}) : member
    if (kept) members.push(kept)
  }
  return {members, leadFigure}
}

async function withPicture(
  figure: Figure,
  {
    pictured: {article, embedded, folder},
    after,
    client,
    dryRun,
    report,
  }: UploadOptions & {pictured: Pictured; after: string},
): Promise<Figure | null> {
  const {src, alt} = article.pictures.get(figure._key) ?? {src: '', alt: ''}
  const described = {...figure, ...(alt && {alt})}
  const inFile = embedded.get(src)
  const found = inFile ? checkPicture(inFile) : readPicture(src, folder)
  const stored = typeof found === 'string' ? found : await upload(found, {client, dryRun})
  if (typeof stored === 'string') {
    report.findings.push({message: `A picture ${stored}.`, after})
    return figure.caption || figure.credit || alt ? described : null
  }
  report.pictures++
  if (!alt)
    report.findings.push({
      message: `The picture ${nameOf(found)} has no description for people who cannot see it: write one.`,
      after,
    })
  return {...described, image: {_type: 'image', asset: {_type: 'reference', _ref: stored._id}}}
}

function nameOf(found: PictureFile | string): string {
  return typeof found === 'string' ? '' : found.name
}

async function upload(
  {bytes, name}: PictureFile,
  {client, dryRun}: {client: SanityClient; dryRun: boolean},
): Promise<{_id: string} | string> {
  if (dryRun) return {_id: 'image-dry-run'}
  try {
    return await client.assets.upload('image', bytes, {filename: name})
  } catch (error) {
    return `(${name}) was refused by the content store: ${error instanceof Error ? error.message : String(error)}`
  }
}
