import {isSameWork, workKeys, type WorkRecord} from './sameWork'

/** Works that are described more than once, each with all its descriptions; in the order given. Quick for thousands. */
export function sameWorkGroups<Work extends WorkRecord & {_id: string}>(
  works: readonly Work[],
  areDistinct: (a: string, b: string) => boolean = () => false,
): Work[][] {
  const byKey = new Map<string, Work[]>()
  const groupOf = new Map<Work, Set<Work>>()
  for (const work of works) {
    for (const key of workKeys(work)) {
      const others = byKey.get(key) ?? []
      for (const other of others) {
        if (isSameWork(work, other) && !areDistinct(work._id, other._id)) join(groupOf, other, work)
      }
      byKey.set(key, [...others, work])
    }
  }
  return [...new Set(groupOf.values())].map((group) => works.filter((work) => group.has(work)))
}

function join<Work>(groupOf: Map<Work, Set<Work>>, a: Work, b: Work): void {
  const joined = new Set([...(groupOf.get(a) ?? [a]), ...(groupOf.get(b) ?? [b])])
  for (const member of joined) groupOf.set(member, joined)
}
