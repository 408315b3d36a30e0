/**
 * The `Content-Disposition` that makes a browser save a file under a name, whatever characters are in it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6266#section-4.3 and RFC 8187 for `filename*`
 */
export function attachment(name: string): string {
  const plain = name.replace(/[\p{Cc}/\\]/gu, '').toWellFormed()
  const ascii = plain.replace(/[^\x20-\x7e]/g, '_').replace(/["%]/g, '_')
  const encoded = encodeURIComponent(plain).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
