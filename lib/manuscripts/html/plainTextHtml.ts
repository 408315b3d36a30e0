import {isReferencesTitle} from '@/lib/manuscripts/sectionTitles'

const ITEM = /^\s*(?:[-*•]|(\d{1,3})[.)])\s+(.+)$/

/** HTML of plain text: paragraphs are parted by empty lines, and lines of a text that was wrapped are joined. */
export function plainTextHtml(text: string): string {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .replace(/\f/g, '\n\n')
    .split(/\n[^\S\n]*\n\s*/)
    .filter((block) => block.trim() !== '')
  const isWrapped = isHardWrapped(blocks)
  let isInList = false
  return blocks
    .map((block) => {
      const lines = block.split('\n').filter((line) => line.trim() !== '')
      if (lines.length === 1 && isReferencesTitle(block)) isInList = true
      if (!isInList && lines.every((line) => ITEM.test(line))) return listHtml(lines)
      // The lines of a list of works are put together by who reads it.
      if (isInList || !isWrapped) return paragraph(lines.join('<br>'))
      return paragraph(
        lines
          .map((line, index) => (index < lines.length - 1 ? `${line.trim()}${isFull(line) ? ' ' : '<br>'}` : line))
          .join(''),
      )
    })
    .join('\n')
}

function listHtml(lines: readonly string[]): string {
  const tag = /^\s*\d/.test(lines[0] ?? '') ? 'ol' : 'ul'
  return `<${tag}>${lines.map((line) => `<li>${escaped(ITEM.exec(line)?.[2] ?? line)}</li>`).join('')}</${tag}>`
}

function paragraph(line: string): string {
  return `<p>${line.split('<br>').map(escaped).join('<br>')}</p>`
}

/** Whether lines end where a narrow page did: many of them, none long. */
function isHardWrapped(blocks: readonly string[]): boolean {
  const lines = blocks.flatMap((block) => block.split('\n').slice(0, -1))
  return (
    lines.length > 0 && lines.every((line) => line.length <= 120) && lines.filter(isFull).length * 2 >= lines.length
  )
}

/** Whether a line may have ended for want of room; a byline did not. */
function isFull(line: string): boolean {
  return line.length > 45
}

function escaped(text: string): string {
  return text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
