import path from 'node:path'

import {runCommand} from '../lake/accounts/command.ts'
import {StartError} from '../lake/settings.ts'
import {startError} from '../lake/startError.ts'
import {Refusal} from './bootstrap/refusal.mjs'
import {readPipedPassword} from './operator/pipedPassword.ts'
import {plainly} from './operator/plainly.ts'
import {readSettings} from './operator/settings.ts'

await plainly(async () => {
  const args = process.argv.slice(2)
  const {dataFolder, lakePort} = readSettings()
  const {lines, exitCode} = await runCommand(args, {
    path: path.join(dataFolder, 'accounts.sqlite'),
    readPassword: () => readPipedPassword({mustWait: args.includes('--password-stdin')}),
  }).catch((error: unknown) => {
    const known = startError(error, {folder: dataFolder, port: lakePort})
    throw known instanceof StartError ? new Refusal(known.message, {cause: error}) : known
  })
  for (const line of lines) (exitCode === 0 ? console.log : console.error)(line)
  process.exit(exitCode)
})
