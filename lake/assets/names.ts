import {extensionOfType, isImageExtension, sniffImage, type ImageExtension} from './sniff.ts'

const IMAGE = /^(?<sha1>[0-9a-f]{40})-(?<width>\d{1,6})x(?<height>\d{1,6})\.(?<extension>jpg|png|webp|gif|avif|svg)$/
const FILE = /^(?<sha1>[0-9a-f]{40})\.(?<extension>[a-z0-9]{1,12})$/

/** Whether it is the name of an image on disk. No other name ever reaches the file system. */
export function parseImageName(name: string): ImageName | null {
  const {sha1, width, height, extension} = IMAGE.exec(name)?.groups ?? {}
  return sha1 && isImageExtension(extension) ? {sha1, width: Number(width), height: Number(height), extension} : null
}

/** As {@link parseImageName}, for files. */
export function parseFileName(name: string): {sha1: string; extension: string} | null {
  const {sha1, extension} = FILE.exec(name)?.groups ?? {}
  return sha1 && extension ? {sha1, extension} : null
}

export interface ImageName {
  sha1: string
  width: number
  height: number
  extension: ImageExtension
}

/** `image-<sha1>-<w>x<h>-<ext>` and `<sha1>-<w>x<h>.<ext>`, as Sanity names images. */
export function imageNames({sha1, width, height, extension}: ImageName) {
  const stem = `${sha1}-${width}x${height}`
  return {documentId: `image-${stem}-${extension}`, fileName: `${stem}.${extension}`}
}

/** `file-<sha1>-<ext>` and `<sha1>.<ext>`. */
export function fileNames({sha1, extension}: {sha1: string; extension: string}) {
  return {documentId: `file-${sha1}-${extension}`, fileName: `${sha1}.${extension}`}
}

/** The file that an asset document is about, by its `_id`; null when it is no asset's. */
export function parseDocumentId(documentId: string) {
  const [, kind, stem, extension] = /^(image|file)-(.+)-([a-z0-9]+)$/.exec(documentId) ?? []
  if (!stem) return null
  const fileName = `${stem}.${extension}`
  if (kind === 'image') return parseImageName(fileName) && {kind: 'images' as const, stem, fileName}
  return parseFileName(fileName) && {kind: 'files' as const, stem, fileName}
}

/** The extension of a file somebody uploads: its name's, else what it begins with or claims to be, else `bin`. */
export function extensionFor(
  filename: string | null,
  {head, contentType}: {head: Buffer; contentType: string | null},
): string {
  const named = /\.([a-z0-9]{1,12})$/i.exec(filename ?? '')?.[1]?.toLowerCase()
  if (named) return named
  if (head.toString('latin1', 0, 5) === '%PDF-') return 'pdf'
  return sniffImage(head) ?? extensionOfType(contentType) ?? 'bin'
}
