import {patched, type Patch} from './patched'
import {SHORT_EDITION} from './terms'

/** APA's own order in any English: within “(2017, March 19)” other dates must not read “19 March 2017”. */
const AMERICAN_DATE =
  '<date form="text"><date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/></date>'

const PATCHES: readonly Patch[] = [
  [
    'type="article-magazine article-newspaper broadcast',
    'type="entry entry-dictionary entry-encyclopedia manuscript article-magazine article-newspaper broadcast',
  ],
  [
    /<if match="none" variable="issued status">(<text term="retrieved".*?)<\/if>/,
    '<if match="none" variable="issued status"><choose><if variable="accessed">$1</if></choose></if>',
  ],
  ['<term name="guest">', `<term name="dataset">data set</term>${SHORT_EDITION}<term name="guest">`],
  // A broadcast is called by the kind that an editor named, or by none.
  [
    '<if type="broadcast"><text term="broadcast" text-case="capitalize-first"/></if><else-if type="collection">' +
      '<text term="collection" text-case="capitalize-first"/></else-if>',
    '<if type="collection"><text term="collection" text-case="capitalize-first"/></if>',
  ],
  ['<locale xml:lang="en"><terms>', `<locale xml:lang="en">${AMERICAN_DATE}<terms>`],
  [/text-case="title" variable="(container-title|collection-title)"/g, 'variable="$1"'],
  // What was cited is listed, also where nobody but the author can look it up.
  ['<else-if match="any" type="interview personal_communication"/>', ''],
  // A speech without an event was given somewhere.
  ['<if match="any" variable="event event-title">', '<if match="any" variable="event event-title event-place">'],
  // A chapter that nobody signed begins with its title; the editors are those of the book.
  [
    /type="book classic entry entry-dictionary entry-encyclopedia"/g,
    'type="book chapter classic entry entry-dictionary entry-encyclopedia"',
  ],
]

/** Stock APA with its known faults mended; `cases/deviations.ndjson` holds an entry for each. */
export function apaStyle(xml: string): string {
  return patched(xml, PATCHES)
}
