import {Refusal} from '../bootstrap/refusal.mjs'

/** Runs a command to its end. A refusal is printed as its one sentence, and the exit code is 1; any other error is thrown. */
export async function plainly(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
