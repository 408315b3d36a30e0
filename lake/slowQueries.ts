import type {Log} from './log.ts'
import type {Queries} from './queries/queries.ts'

const MAX_QUERY = 500

/** The same queries; those that take `slowMs` or longer, waiting included, are logged without their parameters. */
export function watched(queries: Queries, {log, slowMs}: {log: Log; slowMs: number}): Queries {
  return {
    ...queries,
    async run(request, client) {
      const startedAt = performance.now()
      const tell = (outcome: Record<string, unknown>) => {
        const ms = Math.round(performance.now() - startedAt)
        if (ms < slowMs) return
        const {dataset, identity, query} = request
        log.warn('slow-query', {ms, ...outcome, dataset, identity, query: shortened(query)})
      }
      try {
        const answer = await queries.run(request, client)
        tell({timing: answer.timing})
        return answer
      } catch (error) {
        tell({failed: error instanceof Error ? error.name : 'Error'})
        throw error
      }
    },
  }
}

function shortened(query: string): string {
  const line = query.slice(0, MAX_QUERY * 2).replace(/\s+/g, ' ')
  return line.length > MAX_QUERY ? `${line.slice(0, MAX_QUERY)}…` : line
}
