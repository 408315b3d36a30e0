import {readFileSync, statSync} from 'node:fs'
import path from 'node:path'

export interface PictureFile {
  bytes: Buffer
  name: string
}

const MAX_BYTES = 50e6

/** What the lake can show. */
const SIGNATURES = /^(?:89504e47|ffd8ff|47494638|52494646.{8}57454250|.{8}66747970(?:6176|6865|6d69))/

/**
 * A picture that is in the page itself or in a file beside the manuscript, or a sentence that says why there is none.
 * Nothing is fetched, and nothing above the manuscript's folder is read.
 */
export function readPicture(src: string, folder: string): PictureFile | string {
  if (/^https?:/i.test(src))
    return `is on the web (${src.slice(0, 200)}), from where nothing is fetched: download it and add it`
  const file = /^data:/i.test(src) ? embedded(src) : beside(src, folder)
  return typeof file === 'string' ? file : checkPicture(file)
}

/** The same file, or a sentence that says why it cannot be shown. */
export function checkPicture(file: PictureFile): PictureFile | string {
  return SIGNATURES.test(file.bytes.subarray(0, 12).toString('hex'))
    ? file
    : `(${file.name}) is no JPEG, PNG, WebP, AVIF or GIF: save it as one and add it`
}

function embedded(src: string): PictureFile | string {
  const [, type = '', base64] = /^data:image\/([a-z]+)[^,]*?(;base64)?,/i.exec(src) ?? []
  if (!type) return 'is written in a way that cannot be read: add it'
  const content = src.slice(src.indexOf(',') + 1)
  const bytes = base64 ? Buffer.from(content, 'base64') : Buffer.from(decoded(content))
  return {bytes, name: `picture.${type === 'jpeg' ? 'jpg' : type}`}
}

function beside(src: string, folder: string): PictureFile | string {
  const relative = decoded(src.replace(/[?#].*$/, ''))
  const file = path.resolve(folder, relative)
  if (relative === '') return 'has no address: add it'
  if (path.isAbsolute(relative) || /^[a-z][\w+.-]*:/i.test(relative) || path.relative(folder, file).startsWith('..'))
    return `(${relative.slice(0, 200)}) is not in the manuscript’s folder: put it there, or add it by hand`
  const found = statSync(file, {throwIfNoEntry: false})
  if (!found?.isFile()) return `(${relative}) is missing: there is no such file beside the manuscript`
  if (found.size > MAX_BYTES) return `(${relative}) is larger than 50 MB: make it smaller and add it`
  return {bytes: readFileSync(file), name: path.basename(file)}
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
