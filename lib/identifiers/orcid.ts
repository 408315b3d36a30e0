const ORCID = /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/

/**
 * Whether a bare ORCID iD has four groups of four and the right check digit.
 *
 * @see https://support.orcid.org/hc/en-us/articles/360006897674 (ISO 7064 MOD 11-2)
 */
export function isOrcid(value: string): boolean {
  return ORCID.test(value) && checkDigit(value.replaceAll('-', '').slice(0, 15)) === value.at(-1)
}

/** The form that ORCID asks to display and link. */
export function orcidUrl(orcid: string): string {
  return `https://orcid.org/${orcid}`
}

function checkDigit(digits: string): string {
  const total = [...digits].reduce((sum, digit) => (sum + Number(digit)) * 2, 0)
  const result = (12 - (total % 11)) % 11
  return result === 10 ? 'X' : String(result)
}
