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

/** Stock Vancouver, which says “2nd ed.” in any English, “Forthcoming” of what has no date yet, and names translators. */
export function vancouverStyle(xml: string): string {
  const editions = patched(xml, '<terms><term name="available at">', `<terms>${EDITION}<term name="available at">`)
  const forthcoming = patched(
    editions,
    '<macro name="date"><group delimiter=" ">',
    '<macro name="date"><group delimiter=" "><choose><if variable="status"><text value="Forthcoming"/></if></choose>',
  )
  return patched(
    forthcoming,
    '<macro name="secondary-authors"><names variable="editor">',
    '<macro name="secondary-authors"><names variable="editor translator" delimiter="; ">',
  )
}

/** Stock Harvard, which knows neither works in press nor uncertain years. */
export function harvardStyle(xml: string): string {
  const inPress = patched(
    xml,
    '<else><text term="no date"/>',
    '<else-if variable="status"><text variable="status"/><text variable="year-suffix" prefix=" "/></else-if>' +
      '<else><text term="no date"/>',
  )
  const circa = patched(
    inPress,
    '<if variable="issued"><date variable="issued"><date-part name="year"/></date><text variable="year-suffix"/>',
    '<if variable="issued"><group delimiter=" "><choose><if is-uncertain-date="issued"><text term="circa" form="short"/></if></choose>' +
      '<date variable="issued"><date-part name="year"/></date></group><text variable="year-suffix"/>',
  )
  return patched(circa, '<if match="none" variable="page volume">', '<if match="none" variable="page volume status">')
}

/** A patch that no longer fits a newer style is an error, not a silent return to its faults. */
function patched(xml: string, pattern: string | RegExp, replacement: string): string {
  const result = xml.replace(pattern, replacement)
  if (result === xml) throw new Error(`styleOf(): the style lacks ${String(pattern)}; fit the patch to its new text`)
  return result
}
