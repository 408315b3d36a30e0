import {randomUUID} from 'node:crypto'
import {existsSync, mkdirSync, renameSync, rmSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {join} from 'node:path'

import {BadRequestError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import type {LakeDocument} from '../store/store.ts'
import {alignAddresses} from './addresses.ts'
import {inspectImage} from './inspect.ts'
import {extensionOf, fileNames, imageNames, isDatasetName, parseFileName, parseImageName} from './names.ts'
import {receive, type Received, storageError} from './receive.ts'
import {fileType, imageTypes, isSvg, sniffImage} from './sniff.ts'
import {syncFolder} from './syncFolder.ts'
import {BusyError, createVariants} from './variants.ts'

export interface AssetsOptions {
  /** Originals; what is in here cannot be made again. */
  folder: string
  /** Transformed images; may be deleted at any time. */
  cacheFolder: string
  maxImageBytes?: number
  maxFileBytes?: number
  maxCacheBytes?: number
}

export interface Upload {
  lake: Lake
  dataset: string
  author: string
  body: ReadableStream<Uint8Array> | null
  filename: string | null
  /** What the editor said about it: title, description, credit line … */
  attributes: Record<string, unknown>
}

export type Assets = ReturnType<typeof createAssets>

const SVG = 'SVG images are not accepted, because they can carry scripts: export the drawing as PNG or WebP'
const KINDS = 'The file is not an image of a kind that is accepted: JPEG, PNG, WebP, GIF or AVIF'

/** Originals by content hash, the documents that describe them, and variants of images. */
export function createAssets({
  folder,
  cacheFolder,
  maxImageBytes = 50e6,
  maxFileBytes = 500e6,
  maxCacheBytes = 1e9,
}: AssetsOptions) {
  const incoming = join(folder, '.incoming')
  const variants = createVariants({folder: cacheFolder, maxBytes: maxCacheBytes})
  const pathOf = (dataset: string, kind: 'images' | 'files', name: string) => join(folder, dataset, kind, name)

  async function uploadImage(upload: Upload): Promise<LakeDocument> {
    const received = await receive(upload.body, {folder: incoming, maxBytes: maxImageBytes})
    return discardOnFailure(received, async () => {
      const extension = sniffImage(received.head)
      if (!extension) throw new BadRequestError(isSvg(received.head) ? SVG : KINDS)
      if (variants.isFull()) throw new BusyError()
      const metadata = await variants.run(() => inspectImage(received.path))
      const {width, height} = metadata.dimensions
      const {documentId, fileName} = imageNames({sha1: received.sha1, width, height, extension})
      const asset = {_id: documentId, _type: 'sanity.imageAsset', extension, mimeType: imageTypes[extension], metadata}
      return keep(upload, {received, asset, kind: 'images', fileName})
    })
  }

  async function uploadFile(upload: Upload): Promise<LakeDocument> {
    const received = await receive(upload.body, {folder: incoming, maxBytes: maxFileBytes})
    return discardOnFailure(received, async () => {
      const extension = extensionOf(upload.filename)
      const {documentId, fileName} = fileNames({sha1: received.sha1, extension})
      const asset = {_id: documentId, _type: 'sanity.fileAsset', extension, mimeType: fileType(extension)}
      return keep(upload, {received, asset, kind: 'files', fileName})
    })
  }

  interface Kept {
    received: Received
    asset: {_id: string; _type: string; [attribute: string]: unknown}
    kind: 'images' | 'files'
    fileName: string
  }

  /** Moves the file into place, then describes it: a document never names a file that is not there. */
  function keep({lake, dataset, author, filename, attributes}: Upload, {received, asset, kind, fileName}: Kept) {
    const final = pathOf(dataset, kind, fileName)
    mkdirSync(join(final, '..'), {recursive: true})
    renameSync(received.path, final)
    syncFolder(join(final, '..'))

    const existing = lake.store.documents(dataset)?.get(asset._id)
    if (existing) return existing
    const path = `${kind}/${lake.projectId}/${dataset}/${fileName}`
    const document = {
      ...attributes,
      ...asset,
      assetId: received.sha1,
      sha1hash: received.sha1,
      size: received.size,
      originalFilename: filename ?? fileName,
      uploadId: randomUUID().replaceAll('-', ''),
      path,
      url: `${lake.publicUrl}/${path}`,
    }
    lake.commit({dataset, author, mutations: [{createIfNotExists: document}]})
    const stored = lake.store.documents(dataset)?.get(asset._id)
    if (!stored) throw new Error(`The asset ${asset._id} was committed and is not there`)
    return stored
  }

  function discard(dataset: string, documentId: string): void {
    const [, kind, stem, extension] = /^(image|file)-(.+)-([a-z0-9]+)$/.exec(documentId) ?? []
    if (!stem || !isDatasetName(dataset)) return
    const name = `${stem}.${extension}`
    if (kind === 'image' ? !parseImageName(name) : !parseFileName(name)) return
    rmSync(pathOf(dataset, kind === 'image' ? 'images' : 'files', name), {force: true})
    variants.forget(join(dataset, stem))
  }

  return {
    uploadImage,
    uploadFile,
    variants,
    /** The path of an original image that exists, or null. */
    imagePath(dataset: string, name: string): string | null {
      return isDatasetName(dataset) && parseImageName(name) ? existing(pathOf(dataset, 'images', name)) : null
    },
    /** The path of an uploaded file that exists, or null. */
    filePath(dataset: string, name: string): string | null {
      return isDatasetName(dataset) && parseFileName(name) ? existing(pathOf(dataset, 'files', name)) : null
    },
    /**
     * Clears what a killed lake left half uploaded, puts the public address into documents that still have an earlier
     * one, and from now on deletes bytes, with every variant of them, when the document that describes them is deleted.
     */
    attach(lake: Lake): void {
      rmSync(incoming, {recursive: true, force: true})
      for (const dataset of lake.store.datasets()) alignAddresses(lake, dataset)
      lake.store.onCommit(({dataset, changes}) => {
        for (const {documentId, after} of changes) if (!after) discard(dataset, documentId)
      })
    },
  }
}

function existing(path: string): string | null {
  return existsSync(path) ? path : null
}

async function discardOnFailure<T>(received: Received, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw storageError(error)
  } finally {
    await rm(received.path, {force: true})
  }
}
