import type {Backlog} from './backlog.ts'
import type {Piece} from './pieces.ts'

/** How a reader's pieces reach it: an HTTP response or a stream of a socket. */
export interface Transport {
  /** There is something to take. */
  wake(): void
  /** Nothing more will come: the stream has ended, or the reader has been cut off in the middle of it. */
  finish(how: 'ended' | 'cut'): void
}

export interface ReaderOptions {
  backlog: Backlog
  maxBytes: number
  /** Milliseconds that only grow. */
  clock(): number
  /** More waits than before. */
  onQueued(): void
  onClose(reader: Reader): void
}

/** One event stream under way: what has been sent and not yet taken, and nothing more than its share of that. */
export class Reader {
  readonly #options: ReaderOptions
  readonly #queue: Piece[] = []
  readonly #ends: (() => void)[] = []
  #transport: Transport | null = null
  #state: 'open' | 'ending' | 'closed' = 'open'
  #queuedBytes = 0
  #movedAt: number
  #sentAt: number

  constructor(options: ReaderOptions) {
    this.#options = options
    this.#movedAt = this.#sentAt = options.clock()
  }

  get queuedBytes(): number {
    return this.#queuedBytes
  }

  get isOpen(): boolean {
    return this.#state === 'open'
  }

  /** For how long something has waited without the reader's taking anything. */
  stalledMs(): number {
    return this.#queue.length === 0 ? 0 : this.#options.clock() - this.#movedAt
  }

  silentMs(): number {
    return this.#options.clock() - this.#sentAt
  }

  /** Called once, when the stream is over for whatever reason. */
  onEnd(end: () => void): void {
    if (this.isOpen) this.#ends.push(end)
    else end()
  }

  connect(transport: Transport): void {
    this.#transport = transport
    if (this.#queue.length > 0) transport.wake()
    this.#finishIfDone()
  }

  /**
   * Cuts the reader off when it has taken too little of what it was sent before. What is sent at once may be larger than
   * its share, or a large document could never be told of.
   */
  send(pieces: readonly Piece[]): void {
    if (!this.isOpen || pieces.length === 0) return
    const {backlog, maxBytes, clock, onQueued} = this.#options
    if (this.#queuedBytes > maxBytes) return this.cut()
    if (this.#queue.length === 0) this.#movedAt = clock()
    this.#sentAt = clock()
    for (const piece of pieces) {
      backlog.hold(piece)
      this.#queue.push(piece)
      this.#queuedBytes += piece.bytes.byteLength
    }
    this.#transport?.wake()
    if (this.#queue.length > 0) onQueued()
  }

  /** The next piece. A stream that is ending is over when this has answered that there is none. */
  take(): Piece | undefined {
    const piece = this.#queue.shift()
    if (piece) {
      this.#options.backlog.release(piece)
      this.#queuedBytes -= piece.bytes.byteLength
      this.#movedAt = this.#options.clock()
    } else {
      this.#finishIfDone()
    }
    return piece
  }

  /** Ends the stream after what has been sent. */
  end(): void {
    if (!this.isOpen) return
    this.#state = 'ending'
    this.#runEnds()
    this.#finishIfDone()
  }

  /** The reader has gone by itself: forgets what has been sent. */
  drop(): void {
    if (this.#state !== 'closed') this.#close('ended')
  }

  /** Ends the stream in the middle, and forgets what has been sent. */
  cut(): void {
    if (this.#state === 'closed') return
    this.#close('cut')
  }

  #finishIfDone(): void {
    if (this.#state === 'ending' && this.#queue.length === 0 && this.#transport) this.#close('ended')
  }

  #close(how: 'ended' | 'cut'): void {
    this.#state = 'closed'
    for (const piece of this.#queue.splice(0)) this.#options.backlog.release(piece)
    this.#queuedBytes = 0
    this.#runEnds()
    this.#options.onClose(this)
    this.#transport?.finish(how)
  }

  #runEnds(): void {
    for (const end of this.#ends.splice(0)) end()
  }
}
