/** What a locator counts, with the short form that a citation prints before one and before several. */
export const locatorLabels = [
  {value: 'page', title: 'Page', one: 'p.', several: 'pp.'},
  {value: 'chapter', title: 'Chapter', one: 'ch.', several: 'chs.'},
  {value: 'section', title: 'Section', one: '§', several: '§§'},
  {value: 'paragraph', title: 'Paragraph', one: 'para.', several: 'paras.'},
  {value: 'figure', title: 'Figure', one: 'fig.', several: 'figs.'},
  {value: 'table', title: 'Table', one: 'table', several: 'tables'},
  {value: 'volume', title: 'Volume', one: 'vol.', several: 'vols.'},
  {value: 'verse', title: 'Verse', one: 'v.', several: 'vv.'},
  {value: 'line', title: 'Line', one: 'l.', several: 'll.'},
  {value: 'note', title: 'Note', one: 'n.', several: 'nn.'},
] as const

/** A locator with its short label: `p. 12`, `pp. 12–14`, `ch. 3`. An unknown or missing label counts as pages. */
export function locatorText(locator: string, label?: string | null): string {
  const {value, one, several} = locatorLabels.find((known) => known.value === label) ?? locatorLabels[0]
  const place = locator.trim()
  return `${isSeveral(place) ? several : one} ${value === 'page' ? withDashes(place) : place}`
}

/** From one page to another, as the engine of the author-date styles sets it, too. */
function withDashes(pages: string): string {
  return pages.replace(/(?<=\d)\s*-+\s*(?=\d)/g, '–')
}

/** Whether a locator is a range or a list: `12–14`, `3, 5`; not the one page `A-3`. */
export function isSeveral(locator: string): boolean {
  return /[–—,&;]|-(?!\d)|\d\s*-/.test(locator)
}
