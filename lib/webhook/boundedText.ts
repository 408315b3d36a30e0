/** The body of a request as text; `null` as soon as it is larger than `maxBytes`, whatever its headers promised. */
export async function boundedText(request: Request, {maxBytes}: {maxBytes: number}): Promise<string | null> {
  const reader = request.body?.getReader()
  if (!reader) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    const {done, value} = await reader.read()
    if (done) return Buffer.concat(chunks).toString('utf8')
    bytes += value.byteLength
    if (bytes > maxBytes) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
}
