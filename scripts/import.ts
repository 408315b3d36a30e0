import './bootstrap/ownModules.mjs'

import {plainly} from './operator/plainly.ts'

// Read after the modules of lib can be found, which an import at the top would not be.
const {runImportCommand} = await import('./manuscripts/command.ts')

// npm runs this in the project's folder, wherever the operator is.
const cwd = process.env.INIT_CWD ?? process.cwd()
await plainly(() => runImportCommand(process.argv.slice(2), {say: (line) => console.log(line), cwd}))
