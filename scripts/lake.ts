import {readSettings as readLakeSettings} from '../lake/settings.ts'
import {runCommand} from '../lake/command/command.ts'
import {plainly} from './operator/plainly.ts'
import {readSettings} from './operator/settings.ts'
import {showProgress} from './operator/showProgress.ts'

await plainly(async () => {
  const {dataFolder, lakePort, siteUrl} = readSettings()
  const settings = readLakeSettings({
    ...process.env,
    LAKE_DATA: dataFolder,
    LAKE_PORT: String(lakePort),
    LAKE_PUBLIC_URL: `${siteUrl}/lake`,
  })
  process.umask(0o077)
  const {say, progress} = showProgress(process.stderr)
  // npm runs this in the project's folder, wherever the operator is.
  const cwd = process.env.INIT_CWD ?? process.cwd()
  process.exitCode = await runCommand(process.argv.slice(2), {settings, say, progress, cwd})
})
