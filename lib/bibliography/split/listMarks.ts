const NUMBER =
  /^\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.)](?=\s|[\p{L}"“‘*_<[(]|https?:)|(\d{1,3})(?:\t| {2,}(?=\p{Lu})))\s*/u
const BULLET = /^\s*([•‣◦▪●○∙⁃*–—·-])\s+|^\s*([\^↑])\s*(?:Jump up to:?\s*)?(?:[a-z](?:\.\d)?\s+(?=[a-z]\s|\P{Ll}))*/u

/** The number that a list gives to a line (`1.`, `[1]`, `(1)`, `1)`), or null. */
export function listNumber(line: string): number | null {
  const [, ...groups] = NUMBER.exec(line) ?? []
  const digits = groups.find((group) => group !== undefined)
  return digits === undefined ? null : Number(digits)
}

export function listBullet(line: string): string | null {
  const [, bullet, caret] = BULLET.exec(line) ?? []
  return bullet ?? caret ?? null
}

/** A line without the bullet or number that a list gives it. */
export function withoutListMark(line: string): string {
  return line.replace(BULLET, '').replace(NUMBER, '')
}
