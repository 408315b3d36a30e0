import type {Child} from './child.ts'

/** A process that dies more often than this within a minute is not started again. */
const RESTARTS_A_MINUTE = 3

interface Kept {
  stop: () => Promise<void>
  /** Ends it on purpose and starts it again: not a crash. */
  restart: () => Promise<void>
}

interface Options {
  start: () => Promise<Child>
  onCrash: (why: string) => void
  /** Called once, when it keeps dying or cannot be started again. */
  onGivenUp: (why: string) => void
}

/** Starts a process, and again whenever it dies, until it is stopped or dies too often. Rejects when the first start fails. */
export async function keepRunning({start, onCrash, onGivenUp}: Options): Promise<Kept> {
  const crashes: number[] = []
  let isStopping = false
  let isRestarting = false
  let current = await start()
  follow(current)

  function follow(child: Child) {
    void child.ended.then(async (why) => {
      if (isStopping) return
      if (!isRestarting) {
        crashes.push(Date.now())
        if (crashes.filter((at) => at > Date.now() - 60_000).length > RESTARTS_A_MINUTE) return onGivenUp(why)
        onCrash(why)
      }
      isRestarting = false
      await startAgain()
    })
  }

  async function startAgain(): Promise<void> {
    try {
      current = await start()
      if (isStopping) return current.stop()
      follow(current)
    } catch (error) {
      onGivenUp(error instanceof Error ? error.message : String(error))
    }
  }

  return {
    stop: () => {
      isStopping = true
      return current.stop()
    },
    restart: () => {
      isRestarting = true
      return current.stop()
    },
  }
}
