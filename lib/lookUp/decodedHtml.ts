/** The text of a page, by the encoding that its headers or its first kilobyte name; UTF-8 when none does. */
export function decodedHtml(bytes: Uint8Array, contentType: string | null): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const label = charsetIn(contentType ?? '') ?? charsetIn(/<meta[^>]+charset[^>]*>/i.exec(head)?.[0] ?? '') ?? 'utf-8'
  return decoderOf(label).decode(bytes)
}

function charsetIn(text: string): string | undefined {
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(text)?.[1]
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder()
  }
}
