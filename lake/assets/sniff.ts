/** What images can be converted to. */
export type RasterExtension = 'jpg' | 'png' | 'webp' | 'gif' | 'avif'
export type ImageExtension = RasterExtension | 'svg'

export const imageTypes: Record<ImageExtension, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
  svg: 'image/svg+xml',
}

/** Whether it is the extension of an image that is accepted. */
export function isImageExtension(text: string | undefined): text is ImageExtension {
  return text !== undefined && Object.hasOwn(imageTypes, text)
}

/** The raster format that the first bytes of a file announce, whatever its name or `Content-Type` claims; else null. */
export function sniffImage(head: Buffer): RasterExtension | null {
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpg'
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  const ascii = head.toString('latin1', 0, 64)
  if (/^GIF8[79]a/.test(ascii)) return 'gif'
  if (/^RIFF[^]{4}WEBP/.test(ascii)) return 'webp'
  if (/^[^]{4}ftyp/.test(ascii) && /avi[fs]/.test(ascii.slice(8, 40))) return 'avif'
  return null
}

// Each alternative ends in one way only: a comment that could end at a later `-->` as well takes exponential time.
/** Whether a file looks like SVG: markup whose first element, after prolog and comments, is `svg`. */
export function isSvg(head: Buffer): boolean {
  const text = head.toString('utf8').replace(/^\uFEFF/, '')
  return /^(?:<\?xml[^>]*>|<!DOCTYPE(?:[^>[]|\[[^\]]*\])*>|<!--(?:(?!-->)[^])*-->|\s)*<(?:\w+:)?svg[\s>]/i.test(text)
}

const {svg: _, ...rasterTypes} = imageTypes

const fileTypes: Record<string, string> = {
  ...rasterTypes,
  jpeg: imageTypes.jpg,
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
  zip: 'application/zip',
  epub: 'application/epub+zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt; charset=utf-8',
}

/** The type a file is served with; what could run as a page is `application/octet-stream`. */
export function fileType(extension: string): string {
  return fileTypes[extension] ?? 'application/octet-stream'
}

/** The extension of files of a content type, or null. */
export function extensionOfType(contentType: string | null): string | null {
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  const found = Object.entries(fileTypes).find(([, known]) => known.split(';')[0] === type)
  return found?.[0] ?? null
}
