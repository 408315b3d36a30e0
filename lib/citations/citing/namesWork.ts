import {field} from '@/lib/portable-text/walk'

/** Whether a citation prints an item's author as part of the sentence; not where the sentence has named her itself. */
export function namesWork(citation: object, item: object): boolean {
  return field(citation, 'mode') === 'narrative' && field(item, 'suppressAuthor') !== true
}
