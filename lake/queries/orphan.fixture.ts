import {defaultLimits} from '../groq/limits.ts'
import {sqliteStore} from '../store/sqlite.ts'

import {startEngine} from './engine.ts'

// Says which process its replica is, once that is ready, and then waits to be killed.
const path = process.argv[2] ?? ''
sqliteStore(path).createDataset('production')
const engine = startEngine({
  path,
  limits: defaultLimits,
  isPatient: true,
  onMessage: ({kind}) => kind === 'ready' && process.stdout.write(`${engine.pid}\n`),
  onEnd: (end, log) => process.stderr.write(`${end} ${log}\n`),
})
engine.hold()
