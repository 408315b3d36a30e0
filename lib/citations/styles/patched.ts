/** A patch that no longer fits a newer style is an error, not a silent return to its faults. */
export function patched(xml: string, pattern: string | RegExp, replacement: string): string {
  const result = xml.replace(pattern, replacement)
  if (result === xml) throw new Error(`styleOf(): the style lacks ${String(pattern)}; fit the patch to its new text`)
  return result
}
