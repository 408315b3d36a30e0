import {DatabaseSync} from 'node:sqlite'

import {migrate} from './migrate.ts'

// Migrates a file, and says so: `node migrating.fixture.ts FILE FOLDER-URL`.
const [file = '', folder = ''] = process.argv.slice(2)
const database = new DatabaseSync(file)
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
process.stdout.write('begun\n')
migrate(database, new URL(folder))
database.close()
process.stdout.write('done\n')
