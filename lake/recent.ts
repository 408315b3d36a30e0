import type {Commit, Store} from './store/store.ts'

const MAX_COMMITS = 300

/** The newest commits with their documents, for listeners that were cut off for a moment. */
export interface RecentCommits {
  /**
   * The commits of a dataset from the one an event belongs to, that one included: it may have been told only in part.
   * Null when it is no longer remembered.
   */
  since(dataset: string, eventId: string): Commit[] | null
}

export function rememberCommits(store: Store): RecentCommits {
  const commits: Commit[] = []
  store.onCommit((commit) => {
    commits.push(commit)
    if (commits.length > MAX_COMMITS) commits.shift()
  })
  return {
    since(dataset, eventId) {
      const [transactionId] = eventId.split('#')
      const ofDataset = commits.filter((commit) => commit.dataset === dataset)
      const place = ofDataset.findIndex(({id}) => id === transactionId)
      return place === -1 ? null : ofDataset.slice(place)
    },
  }
}
