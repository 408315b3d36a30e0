import {patched} from './patched'

const VOLUME =
  '<group delimiter=" ">' +
  '<choose><if is-numeric="volume"><label form="short" variable="volume"/></if></choose><text variable="volume"/></group>'

const EPISODE =
  '<choose><if type="broadcast"><group delimiter=" ">' +
  '<choose><if is-numeric="number"><label form="short" variable="number"/></if></choose><text variable="number"/></group></if>' +
  `<else-if match="any" type="chapter paper-conference entry-dictionary entry-encyclopedia document">${VOLUME}</else-if></choose>`

/** Stock Harvard, which knows neither works in press, nor uncertain years, nor volumes and episodes. */
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
  const preprints = patched(
    circa,
    '<if match="none" variable="page volume">',
    '<if match="none" variable="page volume status">',
  )
  const volumes = patched(
    preprints,
    /<group delimiter=" ">(<group delimiter=" "><text variable="title" font-style="italic"\/>.*?<text macro="number-volumes"\/>)<\/group>/,
    `<group delimiter=", "><group delimiter=" ">$1</group>${VOLUME}</group>`,
  )
  const parts = patched(
    volumes,
    /(<group delimiter=" "><text variable="container-title" font-style="italic"\/>.*?)<text macro="edition"\/>/,
    `<group delimiter=", ">$1${EPISODE}</group><text macro="edition"/>`,
  )
  return patched(
    parts,
    '<if type="article-newspaper article-magazine post-weblog speech" match="any"><date',
    '<if type="article-newspaper article-magazine post-weblog speech broadcast" match="any"><date',
  )
}
