export interface Allowance {
  /** Attempts at once. */
  burst: number
  /** Time for one attempt to come back. */
  refillMs: number
}

interface Bucket {
  level: number
  at: number
}

const MAX_BUCKETS = 20_000

/** Token buckets by key. The oldest are forgotten beyond a bound, so that made-up keys cannot fill the memory. */
export class Throttle {
  readonly #allowance: Allowance
  readonly #buckets = new Map<string, Bucket>()

  constructor(allowance: Allowance) {
    this.#allowance = allowance
  }

  /** Milliseconds until an attempt is allowed; 0 when it is allowed now. Takes nothing. */
  waitMs(key: string, now: number): number {
    const level = this.#level(key, now)
    return level >= 1 ? 0 : Math.ceil((1 - level) * this.#allowance.refillMs)
  }

  take(key: string, now: number): void {
    this.#put(key, this.#level(key, now) - 1, now)
  }

  giveBack(key: string, now: number): void {
    this.#put(key, this.#level(key, now) + 1, now)
  }

  forget(key: string): void {
    this.#buckets.delete(key)
  }

  #put(key: string, level: number, now: number): void {
    this.#buckets.delete(key)
    this.#buckets.set(key, {level, at: now})
    const oldest = this.#buckets.keys().next()
    if (this.#buckets.size > MAX_BUCKETS && !oldest.done) this.#buckets.delete(oldest.value)
  }

  #level(key: string, now: number): number {
    const bucket = this.#buckets.get(key)
    if (!bucket) return this.#allowance.burst
    return Math.min(this.#allowance.burst, bucket.level + (now - bucket.at) / this.#allowance.refillMs)
  }
}
