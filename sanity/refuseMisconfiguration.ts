import {MisconfigurationError} from './errors'
import {checkEnv} from './serverEnv'

/** Ends the process when the environment cannot work, saying what to set. Next itself would go on serving after an error. */
export function refuseMisconfiguration(): void {
  try {
    checkEnv(process.env)
  } catch (error) {
    if (!(error instanceof MisconfigurationError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
