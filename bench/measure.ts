export interface Times {
  /** Milliseconds. */
  median: number
  slowest: number
}

/** Runs `work` for its time, the first few without looking. `work` is given the number of the round. */
export async function measure(
  {rounds, warmUp}: {rounds: number; warmUp: number},
  work: (round: number) => unknown,
): Promise<Times> {
  const times: number[] = []
  for (let round = 0; round < warmUp + rounds; round++) {
    const startedAt = performance.now()
    await work(round)
    if (round >= warmUp) times.push(performance.now() - startedAt)
  }
  times.sort((left, right) => left - right)
  return {median: times[Math.floor(times.length / 2)] ?? NaN, slowest: times.at(-1) ?? NaN}
}
