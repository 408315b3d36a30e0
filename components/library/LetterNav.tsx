import type {LetterPlace} from '@/lib/library/arrange'

import {pagePath} from './paths'

interface LetterNavProps {
  letters: readonly LetterPlace[]
  /** The page that is shown, from 1. */
  page: number
}

/** Leads to where each letter begins, on this page or another. */
export function LetterNav({letters, page}: LetterNavProps) {
  if (letters.length < 2) return null
  return (
    <nav aria-label="Letters" className="nav letters">
      {letters.map((place) => (
        <a href={`${place.page === page ? '' : pagePath(place.page)}#${letterId(place.letter)}`} key={place.letter}>
          {place.letter}
        </a>
      ))}
    </nav>
  )
}

/** Fragment of the heading under which a letter's works stand. */
export function letterId(letter: string): string {
  return `letter-${letter === '#' ? 'signs' : encodeURIComponent(letter)}`
}
