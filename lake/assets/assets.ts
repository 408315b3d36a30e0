import {randomUUID} from 'node:crypto'
import {existsSync, rmSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {join} from 'node:path'

import {isDatasetName} from '../documents/datasetName.ts'
import type {Lake} from '../lake.ts'
import type {LakeDocument} from '../store/store.ts'
import {alignAddresses} from './addresses.ts'
import {inspectUpload} from './inspectUpload.ts'
import {extensionFor, fileNames, imageNames, parseDocumentId} from './names.ts'
import {rememberPictures} from './pictureIn.ts'
import {placeOnDisk} from './placeOnDisk.ts'
import {receive, type CreateFile, type Received, storageError} from './receive.ts'
import {fileType, imageTypes} from './sniff.ts'
import type {Described} from './upload.ts'
import {createVariants} from './variants.ts'

export interface AssetsOptions {
  /** Originals; what is in here cannot be made again. */
  folder: string
  /** Transformed images; may be deleted at any time. */
  cacheFolder: string
  /** Default: 50 MB. */
  maxImageBytes?: number
  /** Default: 500 MB. */
  maxFileBytes?: number
  /** Default: 1 GB. */
  maxCacheBytes?: number
  /** What uploads are written to. Default: files on disk. */
  createFile?: CreateFile
}

export interface Upload extends Partial<Described> {
  lake: Lake
  dataset: string
  author: string
  body: ReadableStream<Uint8Array> | null
  /** What the uploader takes it for. */
  contentType?: string | null
}

type Kind = 'images' | 'files'
export type Assets = ReturnType<typeof createAssets>

/** Originals by content hash, the documents that describe them, and variants of images. */
export function createAssets({
  folder,
  cacheFolder,
  maxImageBytes = 50e6,
  maxFileBytes = 500e6,
  maxCacheBytes = 1e9,
  createFile,
}: AssetsOptions) {
  const incoming = join(folder, '.incoming')
  const variants = createVariants({folder: cacheFolder, maxBytes: maxCacheBytes})
  const pathOf = (dataset: string, kind: Kind, name: string) => join(folder, dataset, kind, name)

  async function uploadImage(upload: Upload): Promise<LakeDocument> {
    const received = await receive(upload.body, {folder: incoming, maxBytes: maxImageBytes, createFile})
    return discardAfter(received, async () => {
      const {extension, metadata} = await variants.inspect(() => inspectUpload(received, upload.extract))
      const {width, height} = metadata.dimensions
      const {documentId, fileName} = imageNames({sha1: received.sha1, width, height, extension})
      const asset = {_id: documentId, _type: 'sanity.imageAsset', extension, mimeType: imageTypes[extension], metadata}
      return keep(upload, {received, asset, kind: 'images', fileName})
    })
  }

  async function uploadFile(upload: Upload): Promise<LakeDocument> {
    const received = await receive(upload.body, {folder: incoming, maxBytes: maxFileBytes, createFile})
    return discardAfter(received, async () => {
      const extension = extensionFor(upload.filename ?? null, {
        head: received.head,
        contentType: upload.contentType ?? null,
      })
      const {documentId, fileName} = fileNames({sha1: received.sha1, extension})
      const asset = {_id: documentId, _type: 'sanity.fileAsset', extension, mimeType: fileType(extension)}
      return keep(upload, {received, asset, kind: 'files', fileName})
    })
  }

  interface Kept {
    received: Received
    asset: {_id: string; _type: string; [attribute: string]: unknown}
    kind: Kind
    fileName: string
  }

  /** Moves the file into place, then describes it: a document never names a file that is not there. */
  function keep({lake, dataset, author, filename, attributes}: Upload, {received, asset, kind, fileName}: Kept) {
    placeOnDisk(received.path, pathOf(dataset, kind, fileName))
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
    const parsed = parseDocumentId(documentId)
    if (!parsed || !isDatasetName(dataset)) return
    const original = pathOf(dataset, parsed.kind, parsed.fileName)
    rmSync(original, {force: true})
    variants.forget(join(dataset, parsed.stem), original)
  }

  return {
    uploadImage,
    uploadFile,
    variants,
    pictureIn: rememberPictures(maxImageBytes),
    /** The path of an original whose document is there, or null: what was deleted is gone at once. */
    find(
      lake: Lake,
      dataset: string,
      {kind, documentId, fileName}: {kind: Kind; documentId: string; fileName: string},
    ) {
      if (!isDatasetName(dataset) || !lake.store.documents(dataset)?.has(documentId)) return null
      const path = pathOf(dataset, kind, fileName)
      return existsSync(path) ? path : null
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

/** Deletes the temporary file, unless the work has moved it. */
async function discardAfter<T>(received: Received, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw storageError(error)
  } finally {
    await rm(received.path, {force: true})
  }
}
