/** Something of a manuscript that is not in the article as it stood there. */
export interface Finding {
  /** A sentence to the editor. */
  message: string
  /** The words that stood there, where the article lacks them. */
  text?: string
  /** The words before the place; empty at the beginning. */
  after: string
}
