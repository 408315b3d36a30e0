import {z} from 'zod'

const line = z.object({
  level: z.enum(['error', 'warn', 'info', 'debug']),
  event: z.string(),
  message: z.string().optional(),
})

const REPEAT_MS = 60_000
const RECOVERED = /accepts changes again/

/**
 * What a line of the lake's log has to say to whoever runs the publication, or null: sentences of errors and warnings, each
 * once a minute at most. Requests and queries that are slow are for the file.
 */
export function createLakeNews(now: () => number = Date.now): (event: unknown) => string | null {
  const said = new Map<string, number>()
  return (event) => {
    const parsed = line.safeParse(event)
    if (!parsed.success || parsed.data.message === undefined) return null
    const {level, message} = parsed.data
    if (level !== 'error' && level !== 'warn' && !RECOVERED.test(message)) return null
    const at = now()
    if (at - (said.get(message) ?? -Infinity) < REPEAT_MS) return null
    for (const [text, time] of said) if (at - time >= REPEAT_MS) said.delete(text)
    said.set(message, at)
    return `The lake: ${message}`
  }
}
