/** What names of organisations end with or contain. Also tested as the last word of one in a list of several. */
const HEADS =
  'agency|agencies|alliance|archive|archives|assembly|association|authority|bank|board|bureau|cabinet|center|centers|centre|centres|church|clinic|club|coalition|collective|college|commission|committee|company|confederation|conference|congress|consortium|corporation|corps|council|court|department|division|embassy|federation|forum|foundation|fund|government|group|guild|hospital|house|initiative|institute|institution|institutes|inspectorate|laboratory|laboratories|league|library|ministry|mission|museum|network|nations|observatory|office|organisation|organization|panel|parliament|partnership|party|police|press|programme|program|project|school|secretariat|senate|service|services|society|survey|syndicate|taskforce|team|trust|tribunal|union|university|watch'
const MORE =
  'international|world|global|national|european|american|british|united|federal|royal|african|asian|bundes\\p{L}*|ministerium|universität|université|universidad|università|hochschule|institut|stiftung|verein|verband|gesellschaft|amt|ministère|association|centro|instituto|inc|ltd|llc|plc|gmbh|ag|e\\.v|bbc|cnn|nasa|who|unesco|unicef|oecd|news|times|post|journal|magazine|encyclop(?:a)?edia|wikipedia|contributors|editors|staff|greenpeace|oxfam|amnesty|human rights|red cross|save the children|google|microsoft|apple|facebook|meta|openai|youtube|netflix'

const HEAD_WORD = new RegExp(`(?<![\\p{L}])(?:${HEADS})(?![\\p{L}])`, 'iu')
const ANY_WORD = new RegExp(`(?<![\\p{L}])(?:${HEADS}|${MORE})(?![\\p{L}])`, 'iu')

/** Whether a name has a word that persons' names do not have: University, Ministry, Inc. */
export function hasOrganisationWord(name: string): boolean {
  return ANY_WORD.test(name)
}

/** Whether the last word says what kind of body it is: “International Energy Agency”. */
export function endsInOrganisationWord(name: string): boolean {
  return HEAD_WORD.test(/[\p{L}'’-]+$/u.exec(name.trim().slice(-40))?.[0] ?? '')
}

/** Words that may be small in the name of a body. */
const SMALL =
  /^(?:a|an|and|as|at|by|de|del|der|des|di|du|e|et|für|for|from|in|la|le|of|on|or|the|to|und|von|with|y|zur?|da|do|van|het|al|\d.*)$/i

/** Whether all words that names capitalise are capitals: `World Health Organization`, but not `List of oldest companies`. */
export function isTitleCase(text: string): boolean {
  const words = text.split(/[\s/]+/).filter((word) => /\p{L}/u.test(word))
  return words.every((word) => SMALL.test(word) || /^[^\p{L}]*[\p{Lu}\p{Lo}]/u.test(word) || /^[a-z]\p{Lu}/u.test(word))
}

const MONONYMS = new Set(
  'plato aristotle socrates homer euclid archimedes ovid virgil horace cicero seneca plutarch herodotus thucydides xenophon sophocles euripides aeschylus aristophanes hesiod sappho confucius laozi mencius sunzi augustine avicenna averroes maimonides ptolemy galen hippocrates epictetus lucretius livy tacitus pliny vitruvius voltaire molière stendhal colette banksy rumi hafez erasmus paracelsus nostradamus boethius petrarch dante novalis multatuli'.split(
    ' ',
  ),
)

/** Whether a single word is a person known by one name. */
export function isMononym(name: string): boolean {
  return MONONYMS.has(name.toLowerCase())
}
