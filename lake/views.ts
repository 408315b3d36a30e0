import {createPerspectiveView, type Perspective} from './documents/perspective.ts'
import type {View} from './documents/view.ts'
import {DatasetNotFoundError} from './errors.ts'
import {leastRecent} from './leastRecent.ts'
import type {Store} from './store/store.ts'

/** Perspectives with releases are many; the least recently asked for is forgotten. */
const MAX_VIEWS = 24

/** What views are made of. */
export type ViewedStore = Pick<Store, 'documents' | 'onCommit'>

export interface Views {
  /** What a perspective sees of a dataset, up to date with the last commit. @throws {DatasetNotFoundError} 404. */
  of(dataset: string, perspective: Perspective): View
  /** Whether `of` has the view at hand. */
  has(dataset: string, perspective: Perspective): boolean
}

export function createViews(store: ViewedStore): Views {
  const views = leastRecent<{dataset: string; view: View}>(MAX_VIEWS)
  store.onCommit((commit) => {
    for (const {dataset, view} of views.values()) if (dataset === commit.dataset) view.update(commit)
  })
  return {
    of(dataset, perspective) {
      const documents = store.documents(dataset)
      if (!documents) throw new DatasetNotFoundError(dataset)
      const key = keyOf(dataset, perspective)
      const known = views.get(key)
      if (known) return known.view
      const view = createPerspectiveView(documents, perspective)
      views.set(key, {dataset, view})
      return view
    },
    has: (dataset, perspective) => views.has(keyOf(dataset, perspective)),
  }
}

function keyOf(dataset: string, perspective: Perspective): string {
  return JSON.stringify([dataset, perspective])
}
