import type {ClipboardEvent, KeyboardEvent} from 'react'

import {isCellBlock, type CellPosition} from './tableGrid'

interface TableCellProps {
  text: string
  position: CellPosition
  isHeader: boolean
  readOnly: boolean | undefined
  onWrite: (position: CellPosition, text: string) => void
  onEnter: (position: CellPosition) => void
  onPaste: (position: CellPosition, text: string) => void
}

/** One cell of the grid, typed into where it stands. */
export function TableCell({text, position, isHeader, readOnly, onWrite, onEnter, onPaste}: TableCellProps) {
  const {row, column} = position

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter(position)
  }

  function handlePaste(event: ClipboardEvent<HTMLInputElement>) {
    const pasted = event.clipboardData.getData('text/plain')
    if (!isCellBlock(pasted)) return
    event.preventDefault()
    onPaste(position, pasted)
  }

  return (
    <td style={{border: '1px solid var(--card-border-color)', padding: 0}}>
      <input
        aria-label={`Row ${row + 1}, column ${column + 1}`}
        data-cell={`${row}:${column}`}
        onChange={(event) => onWrite(position, event.currentTarget.value)}
        onKeyDown={handleKeyDown}
        onPaste={handlePaste}
        readOnly={readOnly}
        style={{
          background: 'transparent',
          border: 0,
          boxSizing: 'border-box',
          color: 'inherit',
          font: 'inherit',
          fontWeight: isHeader ? 600 : 400,
          minWidth: '6rem',
          padding: '0.5rem 0.625rem',
          width: '100%',
        }}
        value={text}
      />
    </td>
  )
}
