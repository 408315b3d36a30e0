import type {JsonObject} from '../documents/json.ts'
import type {Perspective} from '../documents/perspective.ts'

/** A query, as a route hands it over. The dataset exists, and the perspective is one that the reader may see. */
export interface QueryRequest {
  query: string
  params: JsonObject
  dataset: string
  perspective: Perspective
  projectId: string
  /** What `identity()` answers. */
  identity: string
  /** Milliseconds since the epoch: what `now()` answers. */
  timestamp: number
  timeoutMs: number
  isTraced: boolean
  /** Whether the body repeats the query. */
  returnsQuery: boolean
}

/** Whose turn it takes. */
export interface QueryClient {
  /** The identity's id, or an anonymous reader's address. */
  key: string
  isSignedIn: boolean
  /** Aborts when nobody waits for the answer any more. */
  signal?: AbortSignal
}

/** Milliseconds. */
export interface QueryTiming {
  queue: number
  parse: number
  evaluate: number
  encode: number
}

export interface QueryAnswer {
  /** `{"result":…,["resultSourceMap":…,]["query":…,]"syncTags":[…],"ms":…}` in UTF-8. */
  body: Uint8Array<ArrayBuffer>
  timing: QueryTiming
}

/** Where queries are evaluated. */
export interface Queries {
  /**
   * Answers from every commit stored before the call.
   *
   * @throws {QueryParseError} 400, {@link QueryEvaluationError} 400, {@link TooManyQueriesError} 429 or 503.
   */
  run(request: QueryRequest, client: QueryClient): Promise<QueryAnswer>
  /** Gets ready before the first query asks for it. */
  start(): void
  /** Takes no more queries. Resolves when those under way are answered. */
  close(): Promise<void>
}
