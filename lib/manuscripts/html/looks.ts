import type {MarkupElement} from './markup'

/** How a text looks and where it leads. */
export interface Look {
  /** Decorators, in the order in which elements are nested. */
  marks: readonly string[]
  /** As written; what may not be linked to is sorted out where it is printed. */
  href: string | null
}

const DECORATORS = new Map([
  ['em', 'em'],
  ['i', 'em'],
  ['cite', 'em'],
  ['dfn', 'em'],
  ['strong', 'strong'],
  ['b', 'strong'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
  ['sub', 'sub'],
  ['sup', 'sup'],
])

const OFF = {'font-weight': /^(?:normal|[1-4]00|lighter)/, 'font-style': /^normal/, 'vertical-align': /^baseline/}

/** The look of what an element contains, after its tag and its `style`; Google's `b` of normal weight is no emphasis. */
export function lookIn(element: MarkupElement, outer: Look): Look {
  const marks = new Set(outer.marks)
  const decorator = DECORATORS.get(element.tag)
  if (decorator) marks.add(decorator)
  const {style} = element

  const weight = style.get('font-weight') ?? ''
  if (/^(?:bold|[6-9]00)/.test(weight)) marks.add('strong')
  if (OFF['font-weight'].test(weight)) marks.delete('strong')

  const slant = style.get('font-style') ?? ''
  if (/^(?:italic|oblique)/.test(slant)) marks.add('em')
  if (OFF['font-style'].test(slant)) marks.delete('em')

  const position = style.get('vertical-align') ?? ''
  if (position.startsWith('super')) marks.add('sup')
  if (position.startsWith('sub')) marks.add('sub')
  if (OFF['vertical-align'].test(position)) for (const mark of ['sup', 'sub']) marks.delete(mark)

  const href = element.tag === 'a' ? element.attributes.get('href')?.trim() : undefined
  return {marks: [...marks], href: href || outer.href}
}

/** Whether the text is marked as struck out, which an article cannot show. */
export function isStruck({tag, style}: MarkupElement): boolean {
  return ['s', 'strike', 'del'].includes(tag) || /line-through/.test(style.get('text-decoration') ?? '')
}
