import {reading} from './reading.ts'
import {loadDatasets} from './sqlite.ts'
import type {LakeDocument} from './store.ts'

export interface Snapshot {
  datasets: Map<string, Map<string, LakeDocument>>
  /** The newest commit that it holds. */
  sequence: number
}

/** Every document in the file as of one commit. */
export function readSnapshot(path: string): Snapshot {
  return reading(path, (database) => {
    const last = database.prepare('SELECT max(sequence) AS sequence FROM commits').get()
    return {datasets: loadDatasets(database), sequence: Number(last?.sequence ?? 0)}
  })
}

/** How long the documents in the file are, all together. */
export function documentBytes(path: string): number {
  return reading(path, (database) =>
    Number(database.prepare('SELECT sum(octet_length(json)) AS bytes FROM document').get()?.bytes ?? 0),
  )
}
