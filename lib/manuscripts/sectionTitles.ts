const REFERENCES =
  /^(?:(?:selected|cited|main)\s+)?(?:references?(?:\s+list)?|list of references|bibliography|works cited|cited works|works consulted|further reading|recommended reading|literature(?:\s+cited)?|sources|quellen|literatur(?:verzeichnis)?|bibliographie|références(?: bibliographiques)?|bibliografía|referencias|bibliografia|riferimenti)$/i

const BIOGRAPHY =
  /^(?:about|on) the (?:authors?|writers?|contributors?)$|^author (?:bio(?:graphy)?|note)s?$|^bio(?:graphy)?$|^contributors?$/i

/** Whether a heading stands over a list of works: “References and further reading”, “7. Works cited:”. */
export function isReferencesTitle(text: string): boolean {
  const parts = plain(text).split(/\s+(?:and|&|und|et|y|e)\s+/i)
  return parts.length <= 3 && parts.every((part) => REFERENCES.test(part))
}

/** Whether a heading stands over what is said of the author. */
export function isBiographyTitle(text: string): boolean {
  return BIOGRAPHY.test(plain(text))
}

function plain(text: string): string {
  return text
    .trim()
    .replace(/^(?:\d+|[ivx]+)\s*[.)]\s*/i, '')
    .replace(/\s*:$/, '')
    .replace(/\s+/g, ' ')
}
