export interface Gate {
  /** Whether new work would have to be turned away. */
  isFull(): boolean
  run<T>(work: () => Promise<T>): Promise<T>
}

/** Lets `width` pieces of work run at a time, in order; `depth` is how many may wait before it calls itself full. */
export function createGate({width, depth}: {width: number; depth: number}): Gate {
  let running = 0
  const waiting: (() => void)[] = []

  return {
    isFull: () => waiting.length >= depth,
    async run(work) {
      if (running >= width) await new Promise<void>((resolve) => waiting.push(resolve))
      else running += 1
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
