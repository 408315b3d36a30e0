import mammoth from 'mammoth'

import type {Finding} from '@/lib/manuscripts/finding'
import {Refusal} from '../bootstrap/refusal.mjs'
import {checkZip} from './checkZip.ts'
import {beyondText} from './beyondText.ts'
import type {PictureFile} from './pictureFile.ts'

const STYLES = [
  "p[style-name='Title'] => h1.MsoTitle:fresh",
  "p[style-name='Subtitle'] => p.MsoSubtitle:fresh",
  "p[style-name='Author'] => p.MsoAuthor:fresh",
  "p[style-name='Authors'] => p.MsoAuthor:fresh",
  "p[style-name='Byline'] => p.MsoAuthor:fresh",
  "p[style-name='Date'] => p.MsoDate:fresh",
  "p[style-name='caption'] => p.MsoCaption:fresh",
  "p[style-name='Caption'] => p.MsoCaption:fresh",
  "p[style-name='Image Caption'] => p.MsoCaption:fresh",
  ...[1, 2, 3, 4].map((level) => `p[style-name='toc ${level}'] => p.MsoToc${level}:fresh`),
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "r[style-name='Subtle Emphasis'] => em",
  "r[style-name='Emphasis'] => em",
  "r[style-name='Intense Emphasis'] => em",
  "r[style-name='Verbatim Char'] => code",
  "p[style-name='Source Code'] => pre:separator('\\n')",
]

export interface DocxPage {
  html: string
  /** By the `src` that stands for them in the HTML. */
  pictures: Map<string, PictureFile>
  /** What is not in the HTML, or was not understood by the converter. */
  findings: Finding[]
}

/** HTML of a Word document, with its notes as links that belong together. @throws {Refusal} when it is none. */
export async function docxHtml(file: Buffer, name: string): Promise<DocxPage> {
  // Word encrypts into the format of its older files.
  if (file.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw new Refusal(
      `${name} is encrypted or an old .doc file. Save it as .docx without a password, then import it again.`,
    )
  if (file.subarray(0, 2).toString('latin1') !== 'PK')
    throw new Refusal(`${name} is no Word document, whatever its name says.`)
  const files = checkZip(file, name)
  const entries = [...files.keys()]
  if (!entries.includes('[Content_Types].xml') || !entries.some((entry) => entry.startsWith('word/')))
    throw new Refusal(`${name} is a zip, but no Word document.`)
  const pictures = new Map<string, PictureFile>()
  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = `docx:${pictures.size + 1}`
    const bytes = await image.readAsBuffer().catch(() => null)
    if (bytes)
      pictures.set(src, {bytes, name: `picture-${pictures.size + 1}.${image.contentType.split('/')[1] ?? 'png'}`})
    return {src}
  })
  try {
    const {value, messages} = await mammoth.convertToHtml(
      {buffer: file},
      {styleMap: STYLES, convertImage, externalFileAccess: false},
    )
    const warnings = [...new Set(messages.map(({message}) => message))].filter(isTelling)
    return {
      html: value,
      pictures,
      findings: [...beyondText(files), ...warnings.map((message) => ({message, after: ''}))],
    }
  } catch (cause) {
    throw new Refusal(`${name} is damaged: its text cannot be read. Open it in Word and save it anew.`, {cause})
  }
}

/** Styles that are unknown become paragraphs, which is what they are. */
function isTelling(message: string): boolean {
  return !/^Unrecognised (?:paragraph|run|table) style/.test(message)
}
