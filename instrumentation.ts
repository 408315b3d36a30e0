/** Runs once before the first request. The import is inside the condition, so that Next does not bundle it for its edge runtime. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE !== 'phase-production-build') {
    const {refuseMisconfiguration} = await import('@/sanity/refuseMisconfiguration')
    refuseMisconfiguration()
    const {loadCitationStyles} = await import('@/sanity/citationStyles')
    for (const problem of loadCitationStyles().problems) console.warn(problem)
  }
}
