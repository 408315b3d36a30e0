import path from 'node:path'

import {runCommand} from '../lake/accounts/command.ts'
import {readPipedPassword} from './operator/pipedPassword.ts'
import {plainly} from './operator/plainly.ts'
import {readSettings} from './operator/settings.ts'

await plainly(async () => {
  const args = process.argv.slice(2)
  const {lines, exitCode} = await runCommand(args, {
    path: path.join(readSettings().dataFolder, 'accounts.sqlite'),
    readPassword: () => readPipedPassword({mustWait: args.includes('--password-stdin')}),
  })
  for (const line of lines) (exitCode === 0 ? console.log : console.error)(line)
  process.exit(exitCode)
})
