import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {DatabaseSync} from 'node:sqlite'

// Loaded into a lake before it starts, to see that the crash test finds what it is there to find.
const LATE_MS = 40
const bug = process.env.PLANTED_BUG
const {exec} = DatabaseSync.prototype

if (bug === 'acknowledges before it commits')
  DatabaseSync.prototype.exec = function (sql) {
    if (sql === 'BEGIN IMMEDIATE' && this.isTransaction) return
    if (sql !== 'COMMIT' || !this.location()?.endsWith('lake.sqlite')) return exec.call(this, sql)
    setTimeout(() => this.isOpen && this.isTransaction && exec.call(this, 'COMMIT'), LATE_MS)
  }

if (bug === 'stores each statement by itself')
  DatabaseSync.prototype.exec = function (sql) {
    if (sql !== 'BEGIN IMMEDIATE' && sql !== 'COMMIT') return exec.call(this, sql)
  }

if (bug === 'puts a file in its place after its document') {
  const {renameSync} = fs
  fs.renameSync = (from, to) => {
    fs.linkSync(from, `${from.toString()}.late`)
    setTimeout(() => renameSync(`${from.toString()}.late`, to), LATE_MS)
  }
  syncBuiltinESMExports()
}
