import {AddIcon} from '@sanity/icons/Add'
import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useEffect, useMemo, useRef} from 'react'
import {set, useFormValue, type ArrayOfObjectsInputProps} from 'sanity'

import {createKey} from '@/sanity/studio/createKey'
import {TableCell} from './TableCell'
import {TableMenu} from './TableMenu'
import {
  createRow,
  insertColumn,
  insertRow,
  isKeyed,
  pasteCells,
  readRows,
  removeColumn,
  removeRow,
  tableWidth,
  writeCell,
  type CellPosition,
  type TableRow,
} from './tableGrid'

/** A grid of cells for a table's `rows`. Enter goes down and adds a row at the end; a spreadsheet can be pasted. */
export function TableInput({value, onChange, readOnly, path}: ArrayOfObjectsInputProps) {
  const hasHeaderRow = useFormValue([...path.slice(0, -1), 'headerRow']) === true
  const grid = useRef<HTMLTableElement>(null)
  const focusAfterGrowth = useRef<CellPosition | null>(null)
  // Kept while the value is: keys made anew at every rendering would take the focus from the cell.
  const rows = useMemo(() => readRows(value, createKey), [value])
  const width = tableWidth(rows)

  useEffect(() => {
    if (focusAfterGrowth.current) focusCell(grid.current, focusAfterGrowth.current)
    focusAfterGrowth.current = null
  })

  const replace = (changed: TableRow[]) => onChange(set(changed))

  function write(position: CellPosition, text: string) {
    const changed = writeCell(rows, position, text)
    const target = changed[position.row]
    if (!isKeyed(value)) replace(changed)
    else if (target) onChange(set(target.cells, [{_key: target._key}, 'cells']))
  }

  function goDown({row, column}: CellPosition) {
    const below = {row: row + 1, column}
    if (row < rows.length - 1) return focusCell(grid.current, below)
    focusAfterGrowth.current = below
    replace(insertRow(rows, rows.length, createKey()))
  }

  if (rows.length === 0) {
    const start = () => replace([createRow(3, createKey()), createRow(3, createKey()), createRow(3, createKey())])
    return <Button disabled={readOnly} icon={AddIcon} mode="ghost" onClick={start} text="Start with three columns" />
  }

  return (
    <Stack gap={3}>
      <Card border radius={2} overflow="auto">
        <table ref={grid} style={{borderCollapse: 'collapse', width: '100%'}}>
          <tbody>
            {rows.map(({_key, cells}, row) => (
              <tr key={_key}>
                {cells.map((text, column) => (
                  <TableCell
                    key={column}
                    text={text}
                    position={{row, column}}
                    isHeader={hasHeaderRow && row === 0}
                    readOnly={readOnly}
                    onWrite={write}
                    onEnter={goDown}
                    onPaste={(position, pasted) => replace(pasteCells(rows, position, {text: pasted, createKey}))}
                  />
                ))}
                <td style={{width: 1}}>
                  <TableMenu
                    id={`row-${_key}`}
                    label={`Row ${row + 1}`}
                    disabled={readOnly}
                    actions={[
                      ['Insert row above', () => replace(insertRow(rows, row, createKey()))],
                      ['Insert row below', () => replace(insertRow(rows, row + 1, createKey()))],
                      ['Remove row', () => replace(removeRow(rows, row))],
                    ]}
                  />
                </td>
              </tr>
            ))}
            <tr>
              {Array.from({length: width}, (_, column) => (
                <td key={column} style={{textAlign: 'center'}}>
                  <TableMenu
                    id={`column-${column}`}
                    label={`Column ${column + 1}`}
                    disabled={readOnly}
                    actions={[
                      ['Insert column before', () => replace(insertColumn(rows, column))],
                      ['Insert column after', () => replace(insertColumn(rows, column + 1))],
                      ...(width > 1 ? [['Remove column', () => replace(removeColumn(rows, column))] as const] : []),
                    ]}
                  />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Card>
      <Flex align="center" gap={2}>
        <Button
          disabled={readOnly}
          icon={AddIcon}
          mode="ghost"
          onClick={() => replace(insertRow(rows, rows.length, createKey()))}
          text="Row"
        />
        <Button
          disabled={readOnly}
          icon={AddIcon}
          mode="ghost"
          onClick={() => replace(insertColumn(rows, width))}
          text="Column"
        />
        <Text muted size={1}>
          Tab moves on, Enter moves down. Cells copied from a spreadsheet can be pasted.
        </Text>
      </Flex>
    </Stack>
  )
}

function focusCell(grid: HTMLTableElement | null, {row, column}: CellPosition): void {
  grid?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`)?.focus()
}
