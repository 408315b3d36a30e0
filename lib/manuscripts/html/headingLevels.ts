import type {BodyMember, BlockStyle} from '@/lib/manuscripts/body'

const STYLES: readonly BlockStyle[] = ['h2', 'h3', 'h4']

/**
 * The members with headings from the second level on, none skipped: a heading is one level below the last that stood
 * higher than it, whatever the numbers were.
 *
 * @param levels - 1 to 6 as the program had them, by key.
 */
export function levelHeadings(members: readonly BodyMember[], levels: ReadonlyMap<string, number>): BodyMember[] {
  const open: number[] = []
  return members.map((member) => {
    const level = levels.get(member._key)
    if (level === undefined || member._type !== 'block') return member
    while ((open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    return {...member, style: STYLES[Math.min(open.length, STYLES.length) - 1] ?? 'h4'}
  })
}
