import {useMemo} from 'react'
import type {UserComponent} from 'sanity/structure'
import {z} from 'zod'

import {useLiveQuery} from '@/sanity/inputs/reference/useLiveQuery'

import {useAllWorks} from './useAllWorks'
import {WorkItems, WorkLink, WorkList} from './WorkList'

const NO_PARAMS = {}
const used = z.array(z.array(z.string().nullable()).nullable())

const CITING = 'body[_type == "block"].children'
/** Every id that an article or a page cites or lists, in any version, with repetitions. */
const USED_QUERY = `*[_type in ["article", "page"]]{"ids": [
  ...coalesce(${CITING}[_type == "citation"].items[].reference._ref, []),
  ...coalesce(${CITING}[_type == "footnote"].text[].children[_type == "citation"].items[].reference._ref, []),
  ...coalesce(body[_type == "figure"].caption[].children[_type == "citation"].items[].reference._ref, []),
  ...coalesce(leadImage.caption[].children[_type == "citation"].items[].reference._ref, []),
  ...coalesce(furtherReading[]._ref, [])
]}.ids`
const USED = {fetch: USED_QUERY, listen: `*[_type in ["article", "page"]]`}

/** References that nothing cites or lists. */
export const UnusedReferences: UserComponent = ({childItemId}) => {
  const {works, problem, retry} = useAllWorks()
  const {value: lists, problem: usesProblem, retry: retryUses} = useLiveQuery(USED, NO_PARAMS, used)
  const unused = useMemo(() => {
    if (!works || !lists) return null
    const ids = new Set(lists.flat())
    return works.filter(({_id}) => !ids.has(_id))
  }, [works, lists])

  return (
    <WorkList
      emptyText="Every reference is cited somewhere."
      isEmpty={unused && unused.length === 0}
      onRetry={() => {
        retry()
        retryUses()
      }}
      problem={problem ?? usesProblem}
    >
      {unused && unused.length > 0 && (
        <WorkItems label="Not cited anywhere">
          {unused.map((work) => (
            <li key={work._id}>
              <WorkLink isOpen={work._id === childItemId} work={work} />
            </li>
          ))}
        </WorkItems>
      )}
    </WorkList>
  )
}
