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
    super(`${queryName} was not answered by the content store`, {cause})
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
