import {checkEnv} from '@/sanity/serverEnv'

/** Runs once before the first request: a server that cannot do its work does not start. */
export function register(): void {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  checkEnv(process.env)
}
