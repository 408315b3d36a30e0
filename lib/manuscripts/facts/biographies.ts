import {type BodyMember, type TextBlock, textOf} from '@/lib/manuscripts/body'
import {isBiographyTitle} from '@/lib/manuscripts/sectionTitles'

export interface Biography {
  /** As in the byline; `null` when it is not clear whose it is. */
  name: string | null
  text: TextBlock[]
}

const ABOUT =
  /^(?:,[^,]+,)?\s+(?:is|was|are|works?|worked|teaches|taught|studies|studied|writes|wrote|lives|lived|holds|serves|has|researches|leads|edits)\b/

/**
 * Takes what a text says of its authors at its end: the section “About the author”, or the last paragraphs that begin
 * with an author's name and go on as “is”, “teaches” and the like.
 */
export function splitBiographies(
  body: readonly BodyMember[],
  authors: readonly string[],
): {body: BodyMember[]; biographies: Biography[]} {
  const at = body.findLastIndex((member) => member._type === 'block' && isBiographyTitle(textOf(member)))
  if (at >= 0) {
    const after = body.slice(at + 1)
    const length = after.findIndex((member) => member._type !== 'block' || /^h\d$/.test(member.style))
    const members = length < 0 ? after : after.slice(0, length)
    const blocks = members.filter((member) => member._type === 'block')
    if (blocks.length > 0 && blocks.length <= 2 * Math.max(authors.length, 2))
      return {
        body: [...body.slice(0, at), ...body.slice(at + 1 + members.length)],
        biographies: byAuthor(blocks, authors),
      }
  }
  let end = body.length
  for (let last = body[end - 1]; end > 1 && last?._type === 'block' && nameIn(last, authors); last = body[end - 1])
    end--
  const blocks = body.slice(end).filter((member) => member._type === 'block')
  return {body: body.slice(0, end), biographies: byAuthor(blocks, authors)}
}

function byAuthor(blocks: readonly TextBlock[], authors: readonly string[]): Biography[] {
  const biographies: Biography[] = []
  const only = authors.length === 1 ? (authors[0] ?? null) : null
  for (const block of blocks) {
    const name = authors.find((author) => textOf(block).trimStart().startsWith(author)) ?? only
    const open = biographies.at(-1)
    if (open && (name === open.name || name === null)) open.text.push(block)
    else biographies.push({name, text: [block]})
  }
  return biographies
}

function nameIn(block: TextBlock, authors: readonly string[]): boolean {
  const text = textOf(block).trim()
  if (block.style !== 'normal' || block.listItem) return false
  return authors.some((author) => text.startsWith(author) && ABOUT.test(text.slice(author.length)))
}
