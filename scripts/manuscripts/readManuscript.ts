import {existsSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'

import {DOMParser} from 'linkedom'

import type {Finding} from '@/lib/manuscripts/finding'
import {articleOf, type ManuscriptArticle, type Stated} from '@/lib/manuscripts/facts/articleOf'
import {readFrontMatter} from '@/lib/manuscripts/facts/frontMatter'
import {markdownHtml} from '@/lib/manuscripts/html/markdownHtml'
import {plainTextHtml} from '@/lib/manuscripts/html/plainTextHtml'
import {readBody} from '@/lib/manuscripts/html/readBody'
import {Refusal} from '../bootstrap/refusal.mjs'
import {decodeText} from './decodeText.ts'
import {docxHtml} from './docxHtml.ts'
import type {PictureFile} from './pictureFile.ts'
import {statedInFrontMatter, statedInPage} from './stated.ts'

const MAX_BYTES = 50e6

export interface Manuscript {
  article: ManuscriptArticle
  /** Pictures that the file itself holds, by their `src`. */
  embedded: ReadonlyMap<string, PictureFile>
  /** Where pictures beside it are. */
  folder: string
}

interface Page {
  html: string
  stated: Stated
  embedded: ReadonlyMap<string, PictureFile>
  findings: Finding[]
}

/** Reads a manuscript by the ending of its name. @throws {Refusal} with a sentence when it cannot be read. */
export async function readManuscript(file: string, createKey: () => string): Promise<Manuscript> {
  const name = path.basename(file)
  const bytes = readFile(file, name)
  try {
    return await understood(bytes, {name, folder: path.dirname(file), createKey})
  } catch (cause) {
    // What the readers of Markdown and HTML say when elements are in one another thousands deep.
    if (!(cause instanceof RangeError) || !/call stack/i.test(cause.message)) throw cause
    throw new Refusal(`${name} is nested too deeply to be read. Take out lists and quotations within one another.`, {
      cause,
    })
  }
}

interface Reading {
  name: string
  folder: string
  createKey: () => string
}

async function understood(bytes: Buffer, {name, folder, createKey}: Reading): Promise<Manuscript> {
  const {html, stated, embedded, findings} = await toPage(bytes, name)
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`
  const document = new DOMParser().parseFromString(whole, 'text/html')
  const read = readBody(document.documentElement, createKey)
  const article = articleOf(read, {...statedInPage(document), ...stated}, createKey)
  if (article.body.length === 0 && !article.title) throw new Refusal(`${name} has no text in it.`)
  return {article: {...article, findings: [...findings, ...article.findings]}, embedded, folder}
}

function readFile(file: string, name: string): Buffer {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`)
  const {size, isDirectory} = {size: statSync(file).size, isDirectory: statSync(file).isDirectory()}
  if (isDirectory) throw new Refusal(`${file} is a folder. Give the manuscript itself.`)
  if (size === 0) throw new Refusal(`${name} is empty.`)
  if (size > MAX_BYTES)
    throw new Refusal(`${name} is larger than 50 MB, which no manuscript needs to be: make its pictures smaller.`)
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new Refusal(`${file} cannot be read. Give this user the right to read it.`, {cause})
  }
}

async function toPage(bytes: Buffer, name: string): Promise<Page> {
  const ending = path.extname(name).toLowerCase()
  const none = new Map<string, PictureFile>()
  if (ending === '.docx') {
    const {html, pictures, findings} = await docxHtml(bytes, name)
    return {html, stated: {}, embedded: pictures, findings}
  }
  if (!['.md', '.markdown', '.html', '.htm', '.txt'].includes(ending))
    throw new Refusal(`${name} is of a kind that cannot be read. Give a .docx, .md, .html or .txt file.`)
  const {text, isGuess} = decodeText(bytes, name)
  if (text.trim() === '') throw new Refusal(`${name} has no text in it.`)
  const guess = `${name} is not in UTF-8: it was read as Western European text. Look at its accents.`
  const findings = isGuess ? [toFinding(guess)] : []
  if (ending === '.txt') return {html: plainTextHtml(text.replace(/^\ufeff/, '')), stated: {}, embedded: none, findings}
  if (/^\.html?$/.test(ending)) return {html: text, stated: {}, embedded: none, findings}
  const front = readFrontMatter(text)
  const {stated, remarks} = statedInFrontMatter(front)
  return {html: markdownHtml(front.text), stated, embedded: none, findings: [...findings, ...remarks.map(toFinding)]}
}

function toFinding(message: string): Finding {
  return {message, after: ''}
}
