import {patched, type Patch} from './patched'
import {SHORT_EDITION} from './terms'

/** Which volume a chapter is in, and which episode a broadcast is. */
const PART_OF_WHOLE =
  '<choose><if match="any" type="broadcast"><group delimiter=" ">' +
  '<choose><if is-numeric="number"><label form="short" text-case="capitalize-first" variable="number"/></if></choose>' +
  '<text variable="number"/></group></if>' +
  '<else-if match="any" type="chapter paper-conference entry-dictionary entry-encyclopedia document">' +
  '<text macro="label-volume-capitalized"/></else-if></choose>'

const YEAR = '<date date-parts="year" form="numeric" variable="issued"/>'

const PATCHES: readonly Patch[] = [
  // “2nd ed.” in any English.
  ['<terms><term name="available at">', `<terms>${SHORT_EDITION}<term name="available at">`],
  // With spaces of their own, because the engine loses those between the parts of a range’s end.
  [
    '<date delimiter=" " form="text"><date-part name="year"/><date-part form="short" name="month" strip-periods="true"/><date-part name="day"/></date>',
    '<date form="text"><date-part name="year"/><date-part form="short" name="month" prefix=" " strip-periods="true"/><date-part name="day" prefix=" "/></date>',
  ],
  [
    '<macro name="date"><group delimiter=" ">',
    '<macro name="date"><group delimiter=" "><choose><if variable="status"><text value="Forthcoming"/></if></choose>',
  ],
  // “[1500?]” is a year that somebody estimated.
  [
    `<else>${YEAR}<text macro="date-of-citation"/></else>`,
    `<else><choose><if is-uncertain-date="issued"><group prefix="[" suffix="?]">${YEAR}</group></if><else>${YEAR}</else></choose>` +
      '<text macro="date-of-citation"/></else>',
  ],
  [
    '<macro name="secondary-authors"><names variable="editor">',
    '<macro name="secondary-authors"><names variable="editor translator" delimiter="; ">',
  ],
  [
    '<text macro="label-edition"/></group></else-if>',
    `<text macro="label-edition"/>${PART_OF_WHOLE}</group></else-if>`,
  ],
  [
    /(<macro name="label-edition"><group delimiter=" "><choose>)<if (is-numeric="edition">.*?)<\/if>/,
    '$1<if variable="version"><text value="Version"/><text variable="version"/></if><else-if $2</else-if>',
  ],
  // A chapter that nobody signed begins with its title; the editors are those of the book.
  [
    '<substitute><names variable="editor-translator"/><names variable="editor translator"/><names variable="editor"/>',
    '<substitute><choose><if match="none" type="chapter entry-dictionary entry-encyclopedia">' +
      '<names variable="editor-translator"/></if></choose><choose><if match="none" type="chapter entry-dictionary entry-encyclopedia">' +
      '<names variable="editor translator"/></if></choose><choose><if match="none" type="chapter entry-dictionary entry-encyclopedia"><names variable="editor"/></if></choose>',
  ],
  // “In:” stands before something.
  [
    '<text term="in" text-case="capitalize-first"/></if></choose></macro>',
    '<choose><if match="any" variable="container-title editor"><text term="in" text-case="capitalize-first"/></if></choose></if></choose></macro>',
  ],
  [
    'type="legislation patent regulation"><label form="short" variable="number"/>',
    'type="legislation patent regulation"><label form="short" text-case="capitalize-first" variable="number"/>',
  ],
  // The kind of a report and of a talk stands once, with the number and with “presented at”.
  [
    '<macro name="content-type"><text variable="genre"/>',
    '<macro name="content-type"><choose><if type="report" variable="number"/><else-if type="speech" variable="event-title"/>' +
      '<else><text variable="genre"/></else></choose>',
  ],
  [
    '<else-if type="speech"><group delimiter=": ">',
    '<else-if type="speech" variable="event-title"><group delimiter=": ">',
  ],
  // What is located somewhere ends with a full stop, as what is available somewhere would not.
  [
    '<group delimiter=". "><group delimiter=": "><text text-case="capitalize-first" value="located at"/>',
    '<group delimiter=" "><group delimiter=": " suffix="."><text text-case="capitalize-first" value="located at"/>',
  ],
]

/** Stock Vancouver with its known faults mended. */
export function vancouverStyle(xml: string): string {
  return patched(xml, PATCHES)
}
