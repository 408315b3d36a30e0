const DATED_TO_THE_DAY = 'type="article-magazine article-newspaper broadcast'

const EDITION = '<term form="short" name="edition"><single>ed.</single><multiple>eds.</multiple></term>'

/** Stock APA with its known faults mended; `cases/deviations.ndjson` holds an entry for each. */
export function apaStyle(xml: string): string {
  const entries = 'type="entry entry-dictionary entry-encyclopedia article-magazine article-newspaper broadcast'
  const fullDates = patched(xml, DATED_TO_THE_DAY, entries)
  const retrieved = patched(
    fullDates,
    /<if match="none" variable="issued status">(<text term="retrieved".*?)<\/if>/,
    '<if match="none" variable="issued status"><choose><if variable="accessed">$1</if></choose></if>',
  )
  const terms = patched(
    retrieved,
    '<term name="guest">',
    `<term name="dataset">data set</term>${EDITION}<term name="guest">`,
  )
  const unlabelled = patched(
    terms,
    '<if type="broadcast"><text term="broadcast" text-case="capitalize-first"/></if><else-if type="collection">' +
      '<text term="collection" text-case="capitalize-first"/></else-if>',
    '<if type="collection"><text term="collection" text-case="capitalize-first"/></if>',
  )
  return patched(unlabelled, /text-case="title" variable="(container-title|collection-title)"/g, 'variable="$1"')
}

/** Stock Vancouver, which says “2nd ed.” in any English. */
export function vancouverStyle(xml: string): string {
  return patched(xml, '<terms><term name="available at">', `<terms>${EDITION}<term name="available at">`)
}

/** A patch that no longer fits a newer style is an error, not a silent return to its faults. */
function patched(xml: string, pattern: string | RegExp, replacement: string): string {
  const result = xml.replace(pattern, replacement)
  if (result === xml) throw new Error(`styleOf(): the style lacks ${String(pattern)}; fit the patch to its new text`)
  return result
}
