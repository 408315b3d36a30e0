/** The words that citations, notes and reference lists add to a text. The site's own words are English. */
export const citingWords = {
  notes: 'Notes',
  references: 'References and further reading',
  furtherReading: 'Further reading',
  /** What a mark is called, beginning with what it shows: `2, page 4: reference`. */
  reference: (shown: string) => `${shown}: reference`,
  note: (mark: string) => `${mark}: note`,
  locator: (kind: string, locator: string, isSeveral: boolean) => `${isSeveral ? `${kind}s` : kind} ${locator}`,
  backToCitation: (index: number, count: number, reference: string) =>
    `Back to citation ${index} of ${count} of ${reference}`,
  numbered: (number: number) => `reference ${number}`,
  backToNote: (mark: string) => `Back to note ${mark} in the text`,
} as const
