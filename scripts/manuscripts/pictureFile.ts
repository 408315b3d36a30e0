import {readFileSync, realpathSync, statSync} from 'node:fs'
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
 * Nothing is fetched, and nothing above the manuscript's folder is read, nor what a link in it leads to elsewhere.
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
  if (path.isAbsolute(relative) || /^[a-z][\w+.-]*:/i.test(relative) || isOutside(file, folder))
    return `(${relative.slice(0, 200)}) is not in the manuscript’s folder: put it there, or add it by hand`
  const real = realFile(file)
  if (real === null) return `(${relative.slice(0, 200)}) is missing: there is no such file beside the manuscript`
  if (isOutside(real, realpathSync(folder)))
    return `(${relative.slice(0, 200)}) leads out of the manuscript’s folder: put the picture itself there, or add it by hand`
  if (statSync(real).size > MAX_BYTES) return `(${relative}) is larger than 50 MB: make it smaller and add it`
  return {bytes: readFileSync(real), name: path.basename(file)}
}

function isOutside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file)
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)
}

/** The file at the end of all links; `null` for what is none, or has a name that no file can have. */
function realFile(file: string): string | null {
  try {
    const real = realpathSync(file)
    return statSync(real).isFile() ? real : null
  } catch {
    return null
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
