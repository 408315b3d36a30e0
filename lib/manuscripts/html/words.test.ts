import {expect, test} from 'vitest'

import {read} from './manuscript.fixture'

const INLINE = [
  'span',
  'b',
  'em',
  'a href="https://example.org"',
  'sup',
  'code',
  'font',
  'a',
  'u',
  'del datetime="2026"',
  'a href="x.html"',
  'button',
]
const BLOCK = [
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'blockquote',
  'h1',
  'h3',
  'pre',
  'figure',
  'figcaption',
  'dl',
  'dd',
  'nav',
  'section',
  'details',
  'center',
]
const TABLE = '<table>@<caption>@</caption><tr>@<th>@<td>@<p>@</p><tr><td colspan=2>@<ul><li>@</ul></table>'
const NOTE =
  '@<sup><a href="#fn#" id="fnref#">#</a></sup><ol><li id="fn#"><p>@</p><p>@ <a href="#fnref#">↩</a></li></ol>'
const WORD_ITEM = '<p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">·</span>@</p>'

test('loses no word of 300 pages made at random', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const {html, words} = page(seed)
    const {body, findings} = read(html)
    const kept = new Set([JSON.stringify(body), ...findings.map(({text = ''}) => text)].join(' ').match(/w\d+x/g))
    expect({html, lost: words.filter((word) => !kept.has(word))}).toEqual({html, lost: []})
  }
})

/** Markup in which every word is another: w1x, w2x … */
function page(seed: number): {html: string; words: string[]} {
  const random = mulberry(seed)
  const words: string[] = []
  let notes = 0
  const word = () => {
    words.push(`w${words.length + 1}x`)
    return words.at(-1) ?? ''
  }
  const fill = (template: string) => {
    const number = String(++notes)
    return template.replace(/[@#]/g, (mark, at: number) =>
      mark === '@' ? word() : template[at + 1] === 'f' ? '#' : number,
    )
  }
  const make = (depth: number): string => {
    const kind = random()
    if (depth > 7 || kind < 0.3)
      return [word(), word(), '<br>', '&nbsp;', word()].slice(0, 1 + Math.floor(random() * 5)).join(' ')
    if (kind < 0.36) return fill(TABLE)
    if (kind < 0.42) return fill(NOTE)
    if (kind < 0.46) return fill(WORD_ITEM)
    const tag = choose(kind < 0.7 ? INLINE : BLOCK)
    const inside = Array.from({length: 1 + Math.floor(random() * 3)}, () => make(depth + 1)).join(
      random() < 0.5 ? ' ' : '',
    )
    return random() < 0.9 ? `<${tag}>${inside}</${tag.split(' ')[0]}>` : `<${tag}>${inside}`
  }
  const choose = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? 'p'
  const html = Array.from({length: 6}, () => make(0)).join('\n')
  return {html, words: html.match(/w\d+x/g) ?? []}
}

/** The same numbers from 0 to 1 for the same seed. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
