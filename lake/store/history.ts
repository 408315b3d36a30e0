import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'

import type {HistoryEntry, Store} from './store.ts'

const SELECT = `
  SELECT commits.sequence, transaction_id, author, timestamp, actions, document_id, previous_rev, result_rev, apply, revert, mutations
  FROM effect JOIN commits USING (sequence)`

/** The reading of the transaction log. */
export function sqliteHistory(
  database: DatabaseSync,
): Pick<Store, 'history' | 'entriesAfter' | 'sequenceOf' | 'lastSequence'> {
  const sequenceOf = database.prepare('SELECT sequence FROM commits WHERE dataset = ? AND transaction_id = ?')
  const range = (order: 'ASC' | 'DESC') =>
    database.prepare(`${SELECT}
      WHERE dataset = ? AND document_id IN (SELECT value FROM json_each(?))
        AND commits.sequence BETWEEN ? AND ? AND timestamp >= ? AND timestamp <= ?
      ORDER BY commits.sequence ${order}, document_id LIMIT ?`)
  const [oldestFirst, newestFirst] = [range('ASC'), range('DESC')]
  const after = database.prepare(
    // The plus keeps SQLite from walking the dataset's whole log by its index on transaction ids.
    `${SELECT} WHERE +dataset = ? AND commits.sequence > ? ORDER BY commits.sequence, document_id LIMIT ?`,
  )
  const last = database.prepare('SELECT max(sequence) AS sequence FROM commits')

  return {
    history(
      dataset,
      {documentIds, fromTransaction, toTransaction, fromTime, toTime, newestFirst: isNewestFirst, limit},
    ) {
      const bound = (transactionId: string | undefined, otherwise: number) =>
        transactionId === undefined ? otherwise : Number(sequenceOf.get(dataset, transactionId)?.sequence ?? -1)
      return (isNewestFirst ? newestFirst : oldestFirst)
        .all(
          dataset,
          JSON.stringify(documentIds),
          bound(fromTransaction, 0),
          bound(toTransaction, Number.MAX_SAFE_INTEGER),
          fromTime ?? '',
          toTime ?? '~',
          limit ?? -1,
        )
        .map(toEntry)
    },
    entriesAfter: (dataset, sequence, limit) => after.all(dataset, sequence, limit).map(toEntry),
    sequenceOf(dataset, transactionId) {
      const row = sequenceOf.get(dataset, transactionId)
      return row ? Number(row.sequence) : null
    },
    lastSequence: () => Number(last.get()?.sequence ?? 0),
  }
}

function toEntry(row: Record<string, SQLOutputValue>): HistoryEntry {
  return {
    sequence: Number(row.sequence),
    transactionId: String(row.transaction_id),
    author: String(row.author),
    timestamp: String(row.timestamp),
    documentId: String(row.document_id),
    effects: {apply: JSON.parse(String(row.apply)), revert: JSON.parse(String(row.revert))},
    mutations: JSON.parse(String(row.mutations)),
    ...(row.actions ? {actions: JSON.parse(String(row.actions))} : {}),
    previousRev: row.previous_rev === null ? null : String(row.previous_rev),
    resultRev: row.result_rev === null ? null : String(row.result_rev),
  }
}
