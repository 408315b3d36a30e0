import {z} from 'zod'

/** What a reader's page cannot be made of. Only these may be answered with the page that says so; any other is ours. */
export class ContentUnavailableError extends Error {
  override readonly name: string = 'ContentUnavailableError'
}

/** The content store answered, but not in the shape that the query's zod schema promises. */
export class ContentShapeError extends ContentUnavailableError {
  override readonly name = 'ContentShapeError'

  constructor(queryName: string, error: z.ZodError) {
    super(`${queryName} returned content of another shape:\n${z.prettifyError(error)}`, {cause: error})
  }
}

/** The content store did not answer, or answered with an error. */
export class StoreUnavailableError extends ContentUnavailableError {
  override readonly name = 'StoreUnavailableError'

  constructor(queryName: string, cause: unknown) {
    super(`${queryName} was not answered by the content store: ${reasonOf(cause)}`, {cause})
  }
}

/** The environment cannot be worked with; `problems` are one line each and begin with the variable's name. */
export class MisconfigurationError extends Error {
  override readonly name = 'MisconfigurationError'

  constructor(problems: readonly string[]) {
    super(
      `Octavo cannot work with its environment:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\n` +
        'Set it in .env.local beside package.json, or in the environment of the process. `npm start` sets all but the public address by itself.',
    )
  }
}

/** The first line of what went wrong, without the query, which the client repeats in full. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  if ('statusCode' in cause) return `status ${String(cause.statusCode)}`
  const [line = ''] = cause.message.split('\n')
  const {cause: inner} = cause
  return inner instanceof Error ? `${line.slice(0, 80)} (${inner.message.slice(0, 120)})` : line.slice(0, 200)
}
