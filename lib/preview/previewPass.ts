import {isPass, issuePass} from './signedPass'

const PURPOSE = 'octavo-preview'

interface Signing {
  secret: string
  /** Unix milliseconds. */
  now: number
}

/** A pass that lets its bearer read drafts until it expires. */
export function issuePreviewPass(signing: Signing & {lifetimeMs: number}): string {
  return issuePass({...signing, purpose: PURPOSE})
}

/** Whether a pass was issued with this secret to read drafts and has not expired. */
export function isPreviewPass(pass: string | null | undefined, signing: Signing): boolean {
  return isPass(pass, {...signing, purpose: PURPOSE})
}
