import type {Table as TableValue} from '@/sanity/queries/body'

/** Scrolls by itself when it is wider than the column, and is focusable so that a keyboard can scroll it. */
export function Table({value: {caption, headerRow, rows}}: {value: TableValue}) {
  const width = Math.max(0, ...rows.map(({cells}) => cells.length))
  if (width === 0) return null
  const [head, ...rest] = rows
  return (
    <div className="table">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-scroll" tabIndex={0} aria-label={caption ?? 'Table'}>
        <table>
          {caption && (
            <caption>
              <span>{caption}</span>
            </caption>
          )}
          {headerRow && head && (
            <thead>
              <tr>
                {padded(head.cells, width).map(({column, text}) =>
                  text.trim() ? (
                    <th key={column} scope="col">
                      {text}
                    </th>
                  ) : (
                    <td key={column} />
                  ),
                )}
              </tr>
            </thead>
          )}
          <tbody>
            {(headerRow ? rest : rows).map((row) => (
              <tr key={row._key}>
                {padded(row.cells, width).map(({column, text}) => (
                  <td key={column}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

/** A short row is filled up with empty cells, so that every row has the table's width. */
function padded(cells: readonly string[], width: number) {
  return Array.from({length: width}, (_, column) => ({column, text: cells[column] ?? ''}))
}
