import {lowerCitations} from './lowerCitations'
import {raiseCitations} from './raiseCitations'

interface Inline {
  _key: string
  _type: string
}

/** The children of a block with its citations where their style has them: numbers behind the stop, names before it. */
export function placeCitations<Child extends Inline>(
  children: readonly Child[],
  {isNumbered}: {isNumbered: boolean},
): Child[] {
  return isNumbered ? raiseCitations(children) : lowerCitations(children)
}
