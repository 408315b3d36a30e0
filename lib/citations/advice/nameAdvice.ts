import type {ContributorRecord} from '@/lib/citations/reference'
import {isUpperCase, nameCase} from './titleAdvice'

/** Words that stand in names of bodies and hardly in those of people. */
const BODY =
  /\b(?:agency|archives?|association|authority|bureau|cent(?:er|re)|commission(?:er)?|committee|contributors|corporation|council|department|foundation|government|inc|institut(?:e|ion)?|laborator(?:y|ies)|ltd|library|llc|ministry|museum|nations|network|newspaper|office|organi[sz]ation|parliament|press|society|survey|trust|union|universit(?:y|ät)|gmbh|verein)\b/i

const OTHERS = /\bet\.? al\b|\band others\b|\bu\. ?a\.|\betc\b/i

/** What is odd about one name, as a sentence that says what to do; null when nothing is. */
export function nameAdvice({_type, family, given, literal}: ContributorRecord): string | null {
  return _type === 'organisation' ? organisationAdvice(literal ?? '') : personAdvice(family ?? '', given ?? '')
}

function personAdvice(family: string, given: string): string | null {
  if (OTHERS.test(family) || OTHERS.test(given)) {
    return 'Leave “et al.” out and add the others by name. The style shortens the list where it should.'
  }
  if (/[;&/]|\band\b|\bund\b/i.test(`${family} ${given}`)) {
    return 'This looks like several people. Add each as a person of her own.'
  }
  if (BODY.test(family) || BODY.test(given)) {
    return 'This looks like an organisation. Remove it here and add it as an organisation, so that its name is printed whole.'
  }
  if (/,/.test(family)) return 'Only the family name belongs here; write what follows the comma under “Given names”.'
  if (isInCapitals(family)) return `Write the name with small letters: ${nameCase(family)}`
  if (given.length > 4 && isInCapitals(given)) return `Write the given names with small letters: ${nameCase(given)}`
  return null
}

function organisationAdvice(literal: string): string | null {
  if (OTHERS.test(literal)) return 'Leave “et al.” out and add the others by name.'
  if (/^[\p{L}'’-]+, (?:\p{Lu}\.[\s-]?)+$/u.test(literal.trim())) {
    return 'This looks like a person. Remove it here and add it as a person, so that styles can set the name in their order.'
  }
  if (/\s/.test(literal.trim()) && isInCapitals(literal))
    return `Write the name with small letters: ${nameCase(literal)}`
  return null
}

/** Four letters and more: shorter names may be initials. */
function isInCapitals(name: string): boolean {
  const letters = name.replace(/[^\p{L}]/gu, '')
  return letters.length > 3 && isUpperCase(letters)
}

/** A name as a sentence to the editor has it. */
export function shownName({literal, given, family}: ContributorRecord): string {
  return literal || [given, family].filter(Boolean).join(' ')
}
