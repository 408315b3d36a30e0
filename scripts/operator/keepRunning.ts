import type {Child} from './child.ts'

/** A process that dies more often than this within a minute is not started again. */
const RESTARTS_A_MINUTE = 3

interface Kept {
  stop: () => Promise<void>
  /** Ends it on purpose and starts it again: not a crash. Starts it, too, when it was given up. */
  restart: () => Promise<void>
}

interface Options {
  start: () => Promise<Child>
  onCrash: (why: string) => void
  /** Called when it keeps dying or cannot be started again. */
  onGivenUp: (why: string) => void
}

/** Starts a process, and again whenever it dies, until it is stopped or dies too often. Rejects when the first start fails. */
export async function keepRunning({start, onCrash, onGivenUp}: Options): Promise<Kept> {
  let crashes: number[] = []
  let isStopping = false
  let isDown = false
  let stoppedOnPurpose: Child | null = null
  let starting = Promise.resolve()
  let current = await start()
  follow(current)

  function follow(child: Child) {
    void child.ended.then((why) => {
      if (isStopping) return
      if (child !== stoppedOnPurpose) {
        crashes.push(Date.now())
        if (crashes.filter((at) => at > Date.now() - 60_000).length > RESTARTS_A_MINUTE) return giveUp(why)
        onCrash(why)
      }
      starting = startAgain()
    })
  }

  async function startAgain(): Promise<void> {
    isDown = false
    try {
      current = await start()
      if (isStopping) return current.stop()
      follow(current)
    } catch (error) {
      giveUp(error instanceof Error ? error.message : String(error))
    }
  }

  function giveUp(why: string) {
    isDown = true
    crashes = []
    onGivenUp(why)
  }

  return {
    stop: () => {
      isStopping = true
      return current.stop()
    },
    restart: async () => {
      await starting
      if (isDown) return (starting = startAgain())
      stoppedOnPurpose = current
      return current.stop()
    },
  }
}
