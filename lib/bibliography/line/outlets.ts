const NEWSPAPER =
  /\b(?:times|post|guardian|herald|tribune|gazette|telegraph|independent|chronicle|daily|mirror|zeitung|presse|standard|wall street journal|boston globe|globe and mail|inquirer|courier|examiner|sentinel|le monde|le figaro|libération|el país|el mundo|la repubblica|corriere|haaretz|nzz|usa today|evening|morning|newspaper|rundschau|tagblatt|kurier|nachrichten|tagesspiegel|taz|the sun|the star|the hindu|asahi)\b/i
const NO_NEWSPAPER = /\b(?:medical|journal of|review of|nature|science|computing|education supplement)\b/i
const MAGAZINE =
  /^(?:the )?(?:economist|time|newsweek|new yorker|atlantic|wired|national geographic|scientific american|new scientist|der spiegel|die zeit|monitor on psychology|harper['’]s(?: magazine)?|foreign affairs|foreign policy|vogue|forbes|fortune|new york review of books|london review of books|spectator|new statesman|nation|new republic|mother jones|jacobin|prospect|profil|falter|smithsonian(?: magazine)?|american heritage|city and field|rolling stone|vanity fair|psychology today)$|magazine\b|magazin\b/i
const BLOG = /\bblog|\bsubstack\b|\bwordpress\b|\bblogspot\b|^medium$|\btumblr\b|\blivejournal\b/i
const ENCYCLOPEDIA =
  /wikipedia|encyclop(?:a|æ)?edia|enzyklop|britannica|wikibooks|scholarpedia|citizendium|handwörterbuch|lexikon/i
const DICTIONARY = /dictionary|merriam-webster|wiktionary|thesaurus|duden|wörterbuch|glossary/i
const PROCEEDINGS =
  /\bproceedings\b|^proc\. |\bconference on\b|\bsymposium on\b|\bworkshop on\b|\bconference$|\btagungsband\b/i
const VIDEOS = /^(?:youtube|vimeo|dailymotion|netflix|tiktok|ted)$/i

export const isNewspaper = (name: string) => NEWSPAPER.test(name) && !NO_NEWSPAPER.test(name)
export const isMagazine = (name: string) => MAGAZINE.test(name)
export const isBlog = (nameOrHost: string) => BLOG.test(nameOrHost)
export const isEncyclopedia = (name: string) => ENCYCLOPEDIA.test(name)
export const isDictionary = (name: string) => DICTIONARY.test(name)
export const isProceedings = (name: string) => PROCEEDINGS.test(name)
export const isVideoPlatform = (name: string) => VIDEOS.test(name)

const PUBLISHER =
  /\b(?:press|verlag|books|publish\p{L}*|publications?|editions?|éditions?|ediciones|editorial|wiley|springer|routledge|penguin|elsevier|sage|norton|macmillan|palgrave|random house|harper\p{L}*|mcgraw|pearson|blackwell|suhrkamp|gallimard|verso|knopf|doubleday|schuster|houghton|longman|academic|brill|gruyter|sons|rinehart|faber|vintage|basic)\b/iu

/** Whether a name is likely that of a house which publishes books. */
export const isPublishingHouse = (name: string) => PUBLISHER.test(name)
