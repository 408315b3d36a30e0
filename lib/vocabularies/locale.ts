/** Whether this runtime knows an IANA time zone by that name. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', {timeZone: zone}).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Whether a text is a well-formed BCP 47 language tag. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** The zone, or `UTC` when it is none that this runtime knows. */
export function knownTimeZone(zone: string | null | undefined): string {
  return zone && isTimeZone(zone) ? zone : 'UTC'
}

/** The language tag, or `en` when it is not well-formed. */
export function knownLanguage(tag: string | null | undefined): string {
  return tag && isLanguageTag(tag) ? tag : 'en'
}
