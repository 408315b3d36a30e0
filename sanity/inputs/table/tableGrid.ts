import {readField, readText} from '@/sanity/schema/readField'

export interface TableRow {
  _type: 'tableRow'
  _key: string
  cells: string[]
}

/** Counted from 0. */
export interface CellPosition {
  row: number
  column: number
}

/** The rows of a stored table, each padded to the width of the widest; `createKey` names rows that have no key. */
export function readRows(value: unknown, createKey: () => string): TableRow[] {
  if (!Array.isArray(value)) return []
  return toEqualWidth(
    value.map((row: unknown) => ({
      _type: 'tableRow',
      _key: readText(row, '_key') ?? createKey(),
      cells: readCells(readField(row, 'cells')),
    })),
  )
}

/** Whether every stored row has a key, so that a change can name its row; rows that a script wrote often have none. */
export function isKeyed(value: unknown): boolean {
  return Array.isArray(value) && value.every((row: unknown) => readText(row, '_key') !== undefined)
}

export function writeCell(rows: readonly TableRow[], {row, column}: CellPosition, text: string): TableRow[] {
  return rows.map((target, index) => (index === row ? {...target, cells: target.cells.with(column, text)} : target))
}

export function createRow(width: number, key: string): TableRow {
  return {_type: 'tableRow', _key: key, cells: Array.from({length: width}, () => '')}
}

export function tableWidth(rows: readonly TableRow[]): number {
  return Math.max(0, ...rows.map(({cells}) => cells.length))
}

export function insertRow(rows: readonly TableRow[], index: number, key: string): TableRow[] {
  return rows.toSpliced(index, 0, createRow(tableWidth(rows), key))
}

export function removeRow(rows: readonly TableRow[], index: number): TableRow[] {
  return rows.toSpliced(index, 1)
}

export function insertColumn(rows: readonly TableRow[], index: number): TableRow[] {
  return rows.map((row) => ({...row, cells: row.cells.toSpliced(index, 0, '')}))
}

export function removeColumn(rows: readonly TableRow[], index: number): TableRow[] {
  return rows.map((row) => ({...row, cells: row.cells.toSpliced(index, 1)}))
}

/**
 * The table with a block of cells written over it from a position on, grown where the block reaches beyond its edges.
 * `text` is what a spreadsheet or a word processor copies: tabs between cells, line ends between rows.
 */
export function pasteCells(
  rows: readonly TableRow[],
  {row: top, column: left}: CellPosition,
  {text, createKey}: {text: string; createKey: () => string},
): TableRow[] {
  const block = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
  const missing = Array.from({length: Math.max(0, top + block.length - rows.length)}, () => createRow(0, createKey()))
  return toEqualWidth(
    [...rows, ...missing].map((row, index) => {
      const pasted = block[index - top]
      return pasted ? {...row, cells: overwrite(row.cells, left, pasted)} : row
    }),
  )
}

/** Whether a pasted text is more than the content of one cell. */
export function isCellBlock(text: string): boolean {
  return /[\t\n]/.test(text.replace(/\r?\n$/, ''))
}

function overwrite(cells: readonly string[], left: number, pasted: readonly string[]): string[] {
  const padded = [...cells, ...Array.from({length: Math.max(0, left - cells.length)}, () => '')]
  return padded.toSpliced(left, pasted.length, ...pasted.map((cell) => cell.trim()))
}

function toEqualWidth(rows: readonly TableRow[]): TableRow[] {
  const width = tableWidth(rows)
  return rows.map((row) => ({...row, cells: [...row.cells, ...createRow(width - row.cells.length, row._key).cells]}))
}

function readCells(cells: unknown): string[] {
  return Array.isArray(cells) ? cells.map((cell) => (typeof cell === 'string' ? cell : '')) : []
}
