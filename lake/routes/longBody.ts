/** About what the process can make without keeping others waiting. */
const PIECE_LENGTH = 256 * 1024

/**
 * A body of many texts: a string when they are short together, else a stream that makes them as they are asked for, so that
 * a large answer is never in memory as a whole and others have their turn meanwhile.
 */
export function longBody(texts: Iterable<string>): string | ReadableStream<Uint8Array> {
  const pieces = joined(texts)
  const first = pieces.next()
  const second = pieces.next()
  if (second.done) return first.value ?? ''
  const waiting = [first.value ?? '', second.value]
  const encoder = new TextEncoder()
  return new ReadableStream(
    {
      async pull(controller) {
        // A reader as fast as we are would leave no turn to anybody else.
        await new Promise((resolve) => setImmediate(resolve))
        const piece = waiting.shift() ?? pieces.next().value
        if (piece === undefined) controller.close()
        else controller.enqueue(encoder.encode(piece))
      },
    },
    {highWaterMark: 0},
  )
}

function* joined(texts: Iterable<string>): Generator<string, undefined> {
  let piece = ''
  for (const text of texts) {
    piece += text
    if (piece.length < PIECE_LENGTH) continue
    yield piece
    piece = ''
  }
  if (piece) yield piece
}
