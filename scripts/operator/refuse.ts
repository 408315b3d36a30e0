import {mkdirSync, statfsSync} from 'node:fs'
import {createServer} from 'node:net'

import {Refusal} from '../bootstrap/refusal.mjs'

const NEEDED_BYTES = 300e6

/** @throws {Refusal} when another program listens on `port`, naming the variable that moves it. */
export async function refuseTakenPort(port: number, variable: string): Promise<void> {
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })
  if (free) return
  throw new Refusal(
    `Port ${port} is taken. Stop the program that uses it, or choose another: ${variable}=${port + 1} npm start`,
  )
}

/** @throws {Refusal} when the folder cannot be written, or its disk has less than 300 MB left. */
export function refuseFullDisk(folder: string): void {
  try {
    mkdirSync(folder, {recursive: true})
  } catch (cause) {
    throw new Refusal(
      `The folder ${folder} cannot be written. Give this user the right to write it, or set LAKE_DATA.`,
      {cause},
    )
  }
  const {bavail, bsize} = statfsSync(folder)
  if (bavail * bsize >= NEEDED_BYTES) return
  throw new Refusal(
    `The disk is almost full (${Math.round((bavail * bsize) / 1e6)} MB left). Make room, then run the command again.`,
  )
}
