import {expect, test} from 'vitest'

import {
  insertColumn,
  insertRow,
  isCellBlock,
  isKeyed,
  pasteCells,
  readRows,
  removeColumn,
  removeRow,
  writeCell,
  type TableRow,
} from './tableGrid'

test('reads a ragged or damaged table as an even one', () => {
  const stored = [{_key: 'a', cells: ['1', '2']}, {cells: ['3', 4]}, {_key: 'c'}]

  expect(readRows(stored, keys())).toEqual([row('a', '1', '2'), row('new1', '3', ''), row('c', '', '')])
  expect(readRows(undefined, keys())).toEqual([])
})

test('tells rows that a change can name from rows without keys', () => {
  expect(isKeyed([{_key: 'a', cells: ['1']}])).toBe(true)
  expect(isKeyed([{_key: 'a', cells: ['1']}, {cells: ['2']}])).toBe(false)
})

test('writes one cell and leaves the others', () => {
  const rows = [row('a', '1', '2'), row('b', '3', '4')]

  expect(writeCell(rows, {row: 1, column: 0}, 'x')).toEqual([row('a', '1', '2'), row('b', 'x', '4')])
})

test('inserts and removes rows and columns', () => {
  const rows = [row('a', '1', '2'), row('b', '3', '4')]

  expect(insertRow(rows, 1, 'n')).toEqual([row('a', '1', '2'), row('n', '', ''), row('b', '3', '4')])
  expect(removeRow(rows, 0)).toEqual([row('b', '3', '4')])
  expect(insertColumn(rows, 1)).toEqual([row('a', '1', '', '2'), row('b', '3', '', '4')])
  expect(removeColumn(rows, 0)).toEqual([row('a', '2'), row('b', '4')])
})

test('pastes a block over cells and grows the table where it does not fit', () => {
  const rows = [row('a', '1', '2'), row('b', '3', '4')]

  expect(pasteCells(rows, {row: 1, column: 1}, {text: 'x\ty \r\nz\tw\r\n', createKey: keys()})).toEqual([
    row('a', '1', '2', ''),
    row('b', '3', 'x', 'y'),
    row('new1', '', 'z', 'w'),
  ])
})

test('leaves a pasted word to the cell', () => {
  expect(isCellBlock('12.5\n')).toBe(false)
  expect(isCellBlock('a\tb')).toBe(true)
  expect(isCellBlock('a\nb')).toBe(true)
})

function row(_key: string, ...cells: string[]): TableRow {
  return {_type: 'tableRow', _key, cells}
}

function keys(): () => string {
  let count = 0
  return () => `new${(count += 1)}`
}
