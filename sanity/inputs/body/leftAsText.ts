/** Articles whose list of works an editor wants to stay as it is, remembered in this browser. */
const NAME = 'octavo.referencesLeftAsText'
const MOST = 100

export function isLeftAsText(articleId: string | null): boolean {
  return articleId !== null && read().includes(articleId)
}

export function leaveAsText(articleId: string): void {
  write([...read().filter((id) => id !== articleId), articleId])
}

export function forgetChoice(articleId: string | null): void {
  write(read().filter((id) => id !== articleId))
}

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    // Where a browser keeps nothing, the offer comes again.
    return []
  }
}

function write(ids: readonly string[]): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(ids.slice(-MOST)))
  } catch {
    // See above.
  }
}
