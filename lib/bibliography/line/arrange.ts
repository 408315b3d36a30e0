import type {EntryFields} from '../entryFields'
import {withItalics, type EmphasisedText} from './emphasis'
import {isPlace} from './publisher'
import {wikipediaTitle} from './wikipedia'

/** Moves what a reader of lines cannot know the place of until the type is known. */
export function arrange(fields: EntryFields, emphasised: EmphasisedText) {
  const {reference} = fields
  const {type, publisher, containerTitle} = reference
  if (publisher && !containerTitle && isPartOfSomething(type)) {
    // Of a work that may be another kind, it may be the publisher as well.
    const isOpen = fields.confidence.type === 'guess' && fields.confidence.publisher === 'sure'
    fields.set('containerTitle', publisher, isOpen ? 'likely' : (fields.confidence.publisher ?? 'likely'))
    fields.drop('publisher')
  }
  const [, event, place] =
    /^(.+?(?:Conference|Symposium|Congress|Convention|Meeting|Workshop|Summit|Seminar|Forum|Lectures?)[^,]*), (.+)$/.exec(
      publisher ?? '',
    ) ?? []
  if (type === 'speech' && event) {
    fields.set('containerTitle', event, 'likely')
    fields.set('publisherPlace', place, 'likely')
    fields.drop('publisher')
  }
  if (type === 'speech' && publisher && isPlace(publisher)) {
    fields.set('publisherPlace', publisher, 'likely')
    fields.drop('publisher')
  }
  if (type === 'software' && reference.edition && !reference.number) {
    fields.set('number', reference.edition, 'sure')
    fields.drop('edition')
  }
  if (type === 'entry-encyclopedia' && reference.url && !reference.title) {
    fields.set('title', wikipediaTitle(reference.url), 'likely')
  }
  if (reference.title) reference.title = withItalics(reference.title, emphasised)
}

function isPartOfSomething(type: string | null | undefined): boolean {
  return /^(?:webpage|post-weblog|article-|entry-)/.test(type ?? '')
}
