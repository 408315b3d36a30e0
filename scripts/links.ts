import './bootstrap/ownModules.mjs'

import {plainly} from './operator/plainly.ts'

// Read after the modules of lib can be found, which an import at the top would not be.
const {runLinksCommand} = await import('./links/command.ts')

await plainly(() => runLinksCommand(process.argv.slice(2), (line) => console.log(line)))
