/** What a style says, and what it shall say; every place that a regular expression marks as global. */
export type Patch = readonly [pattern: string | RegExp, replacement: string]

/** A patch that no longer fits a newer style is an error, not a silent return to its faults. */
export function patched(xml: string, patches: readonly Patch[]): string {
  return patches.reduce((text, [pattern, replacement]) => {
    const result = text.replace(pattern, replacement)
    if (result === text) throw new Error(`styleOf(): the style lacks ${String(pattern)}; fit the patch to its new text`)
    return result
  }, xml)
}
