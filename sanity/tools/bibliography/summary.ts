import type {Row} from './rows'
import {counted} from './words'

export interface Summary {
  total: number
  toCreate: number
  toUse: number
  verbatim: number
  leftOut: number
  done: number
}

/** How many rows will become what. */
export function summaryOf(rows: readonly Row[]): Summary {
  const waiting = rows.filter(({edit}) => !edit.result)
  const count = (choice: Row['choice']) => waiting.filter((row) => row.choice === choice).length
  return {
    total: rows.length,
    toCreate: count('create') + count('verbatim'),
    toUse: count('existing'),
    verbatim: count('verbatim'),
    leftOut: count('skip'),
    done: rows.length - waiting.length,
  }
}

/** `20 entries: 17 new, 1 already there, 1 printed as pasted, 1 left out`. */
export function summaryWords({total, toCreate, toUse, verbatim, leftOut, done}: Summary): string {
  const parts = [
    [done, 'done'],
    [toCreate - verbatim, 'new'],
    [toUse, 'already there'],
    [verbatim, 'kept as pasted'],
    [leftOut, 'left out'],
  ] as const
  const words = parts.flatMap(([number, word]) => (number > 0 ? [`${number} ${word}`] : []))
  return `${counted(total, 'entry', 'entries')}: ${words.join(', ')}`
}
