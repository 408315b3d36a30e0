import {MisconfigurationError} from '@/sanity/errors'
import {checkEnv} from '@/sanity/serverEnv'

/** Runs once before the first request. Next itself would go on serving after an error here. */
export function register(): void {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  try {
    checkEnv(process.env)
  } catch (error) {
    if (!(error instanceof MisconfigurationError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
