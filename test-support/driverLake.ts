import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, onTestFinished} from 'vitest'

import type {LakeOptions, OpenLake} from '@/lake/index'

import {seed, testLake, type Documents} from './lakeClient'

/** Where a lake evaluates queries: on the spot, or in processes with replicas of its file. */
export const queryDrivers = ['in thread', 'in lanes'] as const
export type QueryDriver = (typeof queryDrivers)[number]

let shared: OpenLake | null = null
let cleanUp = async () => {}
afterAll(() => cleanUp())

/** A lake of a driver with these documents in `production`, until the test ends. */
export function driverLake(driver: QueryDriver, documents: Documents): OpenLake {
  if (driver === 'in thread') {
    const lake = testLake({production: documents})
    onTestFinished(() => lake.close())
    return lake
  }
  if (!shared) {
    const {lake, close} = fileLake({})
    shared = lake
    cleanUp = close
  }
  seed(shared, 'production', documents)
  return shared
}

/** A lake on a file of its own. Call `close` when done. */
export function fileLake(options: Partial<LakeOptions>, documents: Documents = []) {
  const folder = mkdtempSync(join(tmpdir(), 'lake-queries-'))
  const lake = testLake({production: documents}, {path: join(folder, 'lake.sqlite'), ...options})
  return {
    lake,
    async close() {
      await lake.close()
      rmSync(folder, {recursive: true})
    },
  }
}
