import {expect, test} from 'vitest'

import {crashRounds} from './rounds.fixture.ts'

const KILLS = Number(process.env.CRASH_KILLS ?? 8)
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 2 ** 31)

test(
  'loses no write that it has acknowledged, and stores no half of one, however often it is killed',
  {
    timeout: 120_000 + KILLS * 10_000,
  },
  async () => {
    const {kills, acknowledged, problems} = await crashRounds({
      kills: KILLS,
      seed: SEED,
      progress: KILLS < 50 ? undefined : console.log,
    })

    expect(problems).toEqual([])
    expect(kills).toBe(KILLS)
    expect(acknowledged).toBeGreaterThan(KILLS)
  },
)

test.each([
  ['acknowledges before it commits', /not told|Torn/],
  ['stores each statement by itself', /not told|Torn/],
  ['puts a file in its place after its document', /not whole/],
])('finds a lake out that %s', {timeout: 300_000}, async (plantedBug, problem) => {
  const {problems} = await crashRounds({kills: 60, seed: SEED, plantedBug})

  expect(problems.join('\n')).toMatch(problem)
})
