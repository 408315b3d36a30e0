import type {Table} from '@/lib/manuscripts/body'
import {isUnseen} from './elements'
import {classesOf, type MarkupElement, type MarkupNode} from './markup'

const MAX_COLUMNS = 100

interface Cell {
  element: MarkupElement
  columns: number
  rows: number
}

/** Whether a table only arranges a page: it has one cell, or says so. */
export function isLayoutTable(table: MarkupElement): boolean {
  const role = table.attributes.get('role')
  const rows = rowsOf(table)
  return role === 'presentation' || role === 'none' || rows.every((row) => cellsOf(row).length < 2)
}

/** A table of plain text, and its caption. What spans several columns or rows stands in the first and leaves the others empty. */
export function toTable(
  table: MarkupElement,
  {textOf, createKey}: {textOf: (nodes: readonly MarkupNode[]) => string; createKey: () => string},
): Table {
  const rows = rowsOf(table)
  const grid: string[][] = []
  const spans = new Map<string, true>()
  for (const [rowNumber, row] of rows.entries()) {
    const cells: string[] = []
    for (const {element, columns, rows: height} of cellsOf(row)) {
      while (spans.has(`${rowNumber}:${cells.length}`)) cells.push('')
      for (let below = 1; below < Math.min(height, rows.length - rowNumber); below++)
        for (let across = 0; across < columns; across++)
          spans.set(`${rowNumber + below}:${cells.length + across}`, true)
      cells.push(textOf(element.children), ...Array.from({length: columns - 1}, () => ''))
    }
    while (spans.has(`${rowNumber}:${cells.length}`)) cells.push('')
    grid.push(cells)
  }
  const width = Math.max(...grid.map((cells) => cells.length))
  const caption = table.children.find((child) => typeof child !== 'string' && child.tag === 'caption')
  const captionText = caption ? textOf([caption]) : ''
  return {
    _type: 'table',
    _key: createKey(),
    ...(captionText && {caption: captionText}),
    headerRow: hasHeaderRow(table, rows),
    rows: grid.map((cells) => ({
      _type: 'tableRow',
      _key: createKey(),
      cells: [...cells, ...Array.from({length: width - cells.length}, () => '')],
    })),
  }
}

/** What stands in a table outside its cells and caption, where parsers that are less strict than browsers leave it. */
export function strayNodes(element: MarkupElement): MarkupNode[] {
  return element.children.flatMap((child): MarkupNode[] => {
    if (typeof child === 'string') return child.trim() === '' ? [] : [child]
    if (['td', 'th', 'caption'].includes(child.tag))
      return element.tag === 'tr' || child.tag === 'caption' ? [] : [child]
    return ['thead', 'tbody', 'tfoot', 'tr', 'colgroup'].includes(child.tag) ? strayNodes(child) : [child]
  })
}

function rowsOf(table: MarkupElement): MarkupElement[] {
  const parts = elementChildren(table).flatMap((part) =>
    ['thead', 'tbody', 'tfoot'].includes(part.tag) ? elementChildren(part) : [part],
  )
  return parts.filter(({tag}) => tag === 'tr')
}

function cellsOf(row: MarkupElement): Cell[] {
  return elementChildren(row)
    .filter(({tag}) => tag === 'td' || tag === 'th')
    .map((element) => ({element, columns: spanOf(element, 'colspan'), rows: spanOf(element, 'rowspan')}))
}

function spanOf({attributes}: MarkupElement, name: string): number {
  const span = Math.floor(Number(attributes.get(name) ?? 1))
  return span > 1 ? Math.min(span, MAX_COLUMNS) : 1
}

/** Programs that do not mark a heading row write it in bold. */
function hasHeaderRow(table: MarkupElement, [first, second]: readonly MarkupElement[]): boolean {
  if (!first || !second) return false
  if (elementChildren(table).some(({tag}) => tag === 'thead')) return true
  const cells = cellsOf(first).map(({element}) => element)
  if (cells.every(({tag}) => tag === 'th')) return true
  return cells.every((cell) => isBold(cell)) && !cellsOf(second).every(({element}) => isBold(element))
}

function isBold(element: MarkupElement): boolean {
  if (['b', 'strong'].includes(element.tag) || /^(?:bold|[6-9]00)/.test(element.style.get('font-weight') ?? ''))
    return true
  if (classesOf(element).includes('MsoStrong')) return true
  const children = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  return children.length > 0 && children.every((child) => typeof child !== 'string' && isBold(child))
}

function elementChildren({children}: MarkupElement): MarkupElement[] {
  return children.filter((child) => typeof child !== 'string').filter((child) => !isUnseen(child))
}
