/** What keeps a command from going on, in one sentence that says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}
