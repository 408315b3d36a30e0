/** The header in which the Studio shows its pass. Only a script of our own origin can set it without being asked. */
export const STUDIO_PASS_HEADER = 'x-octavo-studio-pass'

/** What a secret in the content store was made for; the Presentation tool's, which go through addresses, say otherwise. */
export const STUDIO_SECRET_SOURCE = 'octavo.studio'
