import {patched, type Patch} from './patched'

const VOLUME =
  '<group delimiter=" ">' +
  '<choose><if is-numeric="volume"><label form="short" variable="volume"/></if></choose><text variable="volume"/></group>'

const EPISODE =
  '<choose><if type="broadcast"><group delimiter=" ">' +
  '<choose><if is-numeric="number"><label form="short" variable="number"/></if></choose><text variable="number"/></group></if>' +
  `<else-if match="any" type="chapter paper-conference entry-dictionary entry-encyclopedia document">${VOLUME}</else-if></choose>`

const ENTRIES = 'entry-dictionary entry-encyclopedia'
const SERIALS = 'article-journal article-magazine article-newspaper'
const ALONE = 'broadcast dataset document map patent software song'

const PATCHES: readonly Patch[] = [
  ['<terms>', '<terms><term name="volume" form="short"><single>vol.</single><multiple>vols</multiple></term>'],
  // Works in press, and uncertain years.
  [
    '<else><text term="no date"/>',
    '<else-if variable="status"><text variable="status"/><text variable="year-suffix" prefix=" "/></else-if>' +
      '<else><text term="no date"/>',
  ],
  [
    '<if variable="issued"><date variable="issued"><date-part name="year"/></date><text variable="year-suffix"/>',
    '<if variable="issued"><group delimiter=" "><choose><if is-uncertain-date="issued"><text term="circa" form="short"/></if></choose>' +
      '<date variable="issued"><date-part name="year"/></date></group><text variable="year-suffix"/>',
  ],
  // An article that has no volume yet is no preprint.
  [
    /(<text variable="container-title" font-style="italic"\/>)<choose><if type="article article-journal".*?<\/if><\/choose>(?=<\/group>)/,
    '$1',
  ],
  // Volumes, versions, and what stands alone in italics.
  [
    /<group delimiter=" ">(<group delimiter=" "><text variable="title" font-style="italic"\/>.*?<text macro="number-volumes"\/>)<\/group>/,
    `<group delimiter=", "><group delimiter=" ">$1</group>${VOLUME}</group>`,
  ],
  [
    /(<macro name="title"><choose><if [^>]*>)(.*?)(<\/if>)<else>(<text variable="title" form="long" quotes="true"\/>)<\/else>/,
    `$1$2$3<else-if variable="container-title">$4</else-if><else-if match="any" type="${ALONE}">$2</else-if><else>$4</else>`,
  ],
  [
    '<group delimiter=" "><text variable="container-title" font-style="italic"/></group>',
    `<group delimiter=", "><text variable="container-title" font-style="italic"/>${EPISODE}</group>`,
  ],
  [
    '<macro name="edition"><choose>',
    '<macro name="edition"><choose><if variable="version"><text value="Version"/><text variable="version" prefix=" "/></if></choose><choose>',
  ],
  [
    '<macro name="locator"><choose><if type="article-journal">',
    '<macro name="locator"><choose><if match="any" type="article-journal article-magazine">',
  ],
  [
    '<if type="article-newspaper article-magazine post-weblog speech" match="any"><date',
    '<if type="article-newspaper article-magazine broadcast post-weblog speech" match="any"><date',
  ],
  // Entries have editors and pages as chapters do.
  [/(<macro name="editor"><choose><if type="chapter paper-conference)/, `$1 ${ENTRIES}`],
  [/(<macro name="secondary-contributors"><choose><if type="chapter paper-conference)/, `$1 ${ENTRIES}`],
  [/(<macro name="pages"><choose><if type="chapter)/, `$1 ${ENTRIES} interview`],
  // A chapter that nobody signed begins with its title; the editors are those of the book.
  [
    /(<macro name="author(?:-short)?">.*?<substitute>)<names variable="editor"\/><names variable="translator"\/>/g,
    `$1<choose><if match="none" type="chapter ${ENTRIES}"><names variable="editor"/></if></choose>` +
      `<choose><if match="none" type="chapter ${ENTRIES}"><names variable="translator"/></if></choose>`,
  ],
  [
    '<name and="text" initialize-with="."/><label form="short" prefix=" (" suffix=")"/>',
    '<name and="text" initialize-with="."/><et-al font-style="italic"/><label form="short" prefix=" (" suffix=")"/>',
  ],
  [
    '<text variable="genre"/><text variable="number"/>',
    '<text variable="genre"/><choose><if is-numeric="number"><label form="short" text-case="capitalize-first" variable="number"/></if></choose><text variable="number"/>',
  ],
  // The volume of a journal follows its title, not a translator.
  [
    '<group delimiter=", "><text macro="title"/>',
    `<group delimiter=", "><group delimiter=". "><text macro="title"/><choose><if match="any" type="${SERIALS}"><text macro="secondary-contributors"/></if></choose></group>`,
  ],
  [
    '</group></group></group><text macro="secondary-contributors"/>',
    `</group></group></group><choose><if match="none" type="${SERIALS}"><text macro="secondary-contributors"/></if></choose><text variable="archive_location"/>`,
  ],
  [
    '<else-if type="report"><group delimiter=". ">',
    '<else-if match="any" type="document map patent report"><group delimiter=". ">',
  ],
]

/** Stock Harvard with its known faults mended. */
export function harvardStyle(xml: string): string {
  return patched(xml, PATCHES)
}
