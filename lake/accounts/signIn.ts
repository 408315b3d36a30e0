import type {DatabaseSync} from 'node:sqlite'

import {createGate} from '../gate.ts'
import {Throttle} from '../throttle.ts'
import {isKnownDevice} from './devices.ts'
import {generatePassword, hashPassword, verifyPassword} from './password.ts'
import {findCredentials} from './users.ts'

export interface Attempt {
  email: string
  password: string
  /** Where the attempt comes from, as the nearest proxy saw it. */
  address: string
  /** The device cookie, when the browser sent one. */
  device: string | null
}

export type SignInResult = {userId: string} | {refused: 'wrong'} | {refused: 'throttled'; waitMs: number}

const VERIFICATIONS = {width: 2, depth: 16}
const BUSY_MS = 5000

/**
 * Decides about sign-in attempts.
 *
 * Guesses are counted for each account at each address, for each account over all addresses, and for each address over
 * all accounts. A browser that has signed in before is counted apart, so a stranger's guesses do not lock its owner out.
 * An address without an account costs the same time as one with an account.
 */
export function createSignIn(db: DatabaseSync, clock: () => number) {
  const perDevice = new Throttle({burst: 8, refillMs: 10_000})
  const perPair = new Throttle({burst: 6, refillMs: 20_000})
  const perAccount = new Throttle({burst: 10, refillMs: 5_000})
  const perAddress = new Throttle({burst: 10, refillMs: 5_000})
  const decoy = hashPassword(generatePassword())
  const gate = createGate(VERIFICATIONS)

  return async function signIn({email, password, address, device}: Attempt): Promise<SignInResult> {
    const account = email.trim().toLowerCase()
    const credentials = findCredentials(db, account)
    const now = clock()
    const isKnown = credentials && device && isKnownDevice(db, {userId: credentials.id, device}, now)
    const counts: [Throttle, string][] = isKnown
      ? [[perDevice, device]]
      : [
          [perPair, `${account}\n${address}`],
          [perAccount, account],
          [perAddress, address],
        ]

    const waitMs = Math.max(...counts.map(([throttle, key]) => throttle.waitMs(key, now)))
    if (waitMs > 0) return {refused: 'throttled', waitMs}
    if (gate.isFull()) return {refused: 'throttled', waitMs: BUSY_MS}
    for (const [throttle, key] of counts) throttle.take(key, now)

    const isRight = await gate.run(async () => verifyPassword(password, credentials?.password ?? (await decoy)))
    // The password may have been changed, or the account removed, while this one was verified.
    if (!credentials || !isRight || findCredentials(db, account)?.password !== credentials.password)
      return {refused: 'wrong'}
    for (const [throttle, key] of counts) {
      if (throttle === perAddress) throttle.giveBack(key, now)
      else throttle.forget(key)
    }
    return {userId: credentials.id}
  }
}
