import {LakeError} from './errors.ts'
import {StartError, type LakeSettings} from './settings.ts'
import {NewerFileError} from './store/migrate.ts'
import {FileHeldError} from './store/open.ts'

const UNWRITABLE = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT']
/** SQLite's primary result codes. @see https://www.sqlite.org/rescode.html */
const SQLITE = {readOnly: 8, io: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26}

/** The error as a sentence with what to do about it, when the machine and not the lake is at fault; else the error. */
export function startError(error: unknown, settings: Pick<LakeSettings, 'folder' | 'port'>): unknown {
  const {folder, port} = settings
  if (error instanceof LakeError) return startError(error.cause, settings)
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  const sqliteCode = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null
  const say = (sentence: string) => new StartError(sentence, {cause: error})

  if (code === 'EADDRINUSE') return say(`Port ${port} is taken: stop the program that uses it, or set LAKE_PORT.`)
  if (code === 'ENOSPC' || sqliteCode === SQLITE.full) return say('The disk is full: make room, then start again.')
  if (sqliteCode === SQLITE.io || code === 'EIO')
    return say(`The disk of ${folder} is full or failing: make room or mend it, then start again.`)
  if (UNWRITABLE.includes(code) || sqliteCode === SQLITE.readOnly || sqliteCode === SQLITE.cannotOpen)
    return say(`The folder ${folder} cannot be written: give this user the right to write it, or set LAKE_DATA.`)
  if (sqliteCode === SQLITE.notADatabase || sqliteCode === SQLITE.corrupt)
    return say(`A database in ${folder} is damaged: put a backup in its place.`)
  if (error instanceof NewerFileError)
    return say(`The content of ${folder} belongs to a newer Octavo: run that one. Nothing has changed.`)
  if (error instanceof FileHeldError)
    return say(`Another lake has ${folder} open: stop it first, or set LAKE_DATA to another folder.`)
  return error
}
