/**
 * Whether a value is an ISBN-10 or ISBN-13 with the right check digit; hyphens and spaces may stand between groups.
 *
 * @see https://www.isbn-international.org/content/isbn-users-manual/29 (§5)
 */
export function isIsbn(value: string): boolean {
  const digits = toBareIsbn(value)
  if (/^\d{9}[\dX]$/.test(digits)) return weightedSum(digits, (index) => 10 - index) % 11 === 0
  if (/^97[89]\d{10}$/.test(digits)) return weightedSum(digits, (index) => (index % 2 ? 3 : 1)) % 10 === 0
  return false
}

/** The ISBN without separators, for comparison and links; `x` is raised. */
export function toBareIsbn(value: string): string {
  return value.replace(/[\s-]/g, '').toUpperCase()
}

function weightedSum(digits: string, weight: (index: number) => number): number {
  return [...digits].reduce((sum, digit, index) => sum + (digit === 'X' ? 10 : Number(digit)) * weight(index), 0)
}
