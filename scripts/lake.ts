import {existsSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'

import {readSettings as readLakeSettings, StartError, type LakeSettings} from '../lake/settings.ts'
import {runCommand} from '../lake/command/runCommand.ts'
import {Refusal} from './bootstrap/refusal.mjs'
import {plainly} from './operator/plainly.ts'
import {readSettings} from './operator/settings.ts'
import {showProgress} from './operator/showProgress.ts'

await plainly(async () => {
  const {root, distDir, dataFolder, lakePort, siteUrl} = readSettings()
  const settings = readOrRefuse({
    ...process.env,
    LAKE_DATA: dataFolder,
    LAKE_PORT: String(lakePort),
    LAKE_PUBLIC_URL: `${siteUrl}/lake`,
  })
  process.umask(0o077)
  const {say, progress} = showProgress(process.stderr)
  // npm runs this in the project's folder, wherever the operator is.
  const cwd = process.env.INIT_CWD ?? process.cwd()
  // The built pages show the content that was replaced; the next start builds them anew.
  const afterRestore = () => rmSync(path.join(root, distDir), {recursive: true, force: true})
  // What was taken in is the content: the next start does not add the sample to it.
  const seeded = path.join(dataFolder, 'seeded')
  const afterImport = () => {
    if (!existsSync(seeded)) writeFileSync(seeded, `${new Date().toISOString()}\n`)
  }
  process.exitCode = await runCommand(process.argv.slice(2), {settings, say, progress, cwd, afterRestore, afterImport})
})

function readOrRefuse(env: Record<string, string | undefined>): LakeSettings {
  try {
    return readLakeSettings(env)
  } catch (cause) {
    throw cause instanceof StartError ? new Refusal(cause.message, {cause}) : cause
  }
}
