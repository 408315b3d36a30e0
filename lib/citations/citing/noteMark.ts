import {letter} from './letters'

/** A note's mark: a letter where the numbers in the text are references, and a number where there are none. */
export function noteMark(number: number, {isNumbered}: {isNumbered: boolean}): string {
  return isNumbered ? letter(number - 1) : String(number)
}
