const HEADING =
  /^(?:#{1,6}\s*)?[*_]{0,3}(?:\d+\.?\s+)?(?:references?(?: list)?|list of references|(?:references?|sources?|bibliography|notes) (?:and|&) (?:further reading|references|notes|bibliography|sources)|further reading|works (?:cited|consulted)|(?:select(?:ed)? )?bibliography|(?:primary |secondary |other )?sources|literature(?: cited)?|citations|end ?notes|literaturverzeichnis|literatur|quellen|références|bibliographie|bibliografía|referencias)\s*:?[*_]{0,3}\s*:?$/i

/** Whether a line is the heading of a reference list. */
export function isHeading(line: string): boolean {
  return line.length < 80 && HEADING.test(line.trim())
}
