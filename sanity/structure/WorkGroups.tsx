import {Badge, Box, Button, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useEffect, useMemo, useState, type ReactNode} from 'react'
import {IntentLink} from 'sanity/router'
import {z} from 'zod'

import {sameWorkGroups} from '@/lib/citations/works/sameWorkGroups'
import {MergeDialog} from '@/sanity/actions/mergeReference/MergeDialog'
import {useWorks} from '@/sanity/inputs/citation/useWorks'
import type {Work} from '@/sanity/works/distinctWorks'
import {workLine} from '@/sanity/works/workLine'
import {useLiveQuery} from '@/sanity/inputs/reference/useLiveQuery'
import {useTellApart} from '@/sanity/inputs/reference/useTellApart'

const NO_PARAMS = {}
const DISTINCT = {fetch: `*[_type == "distinctWorks"]{"ids": works[]._ref}.ids`, listen: `*[_type == "distinctWorks"]`}
const SIZE = {fetch: `count(*[_type == "bibliographicReference"])`, listen: `*[_type == "bibliographicReference"]`}
const count = z.number()
const pairs = z.array(z.array(z.string().nullable()).nullable())

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

/** References of which there seem to be two for one work. */
export function PossibleDuplicates() {
  const {works, problem} = useAllWorks()
  const {value: distinct} = useLiveQuery(DISTINCT, NO_PARAMS, pairs)
  const [merging, setMerging] = useState<readonly [string, string] | null>(null)
  const tellApart = useTellApart()
  const groups = useMemo(() => {
    if (!works || !distinct) return null
    const areDistinct = (a: string, b: string) => distinct.some((ids) => ids?.includes(a) && ids.includes(b))
    return sameWorkGroups(works, areDistinct)
  }, [works, distinct])

  return (
    <Listed
      problem={problem}
      isEmpty={groups && groups.length === 0}
      emptyText="No two references look like the same work."
    >
      {groups?.map((group) => {
        const [first, second] = group
        if (!first || !second) return null
        return (
          <Card as="li" border key={first._id} padding={3} radius={3}>
            <Stack gap={3}>
              {group.map((work) => (
                <WorkLink key={work._id} work={work} />
              ))}
              <Flex gap={2} wrap="wrap">
                <Button
                  fontSize={1}
                  mode="ghost"
                  padding={2}
                  text="Merge…"
                  onClick={() => setMerging([first._id, second._id])}
                />
                <Button
                  fontSize={1}
                  mode="bleed"
                  padding={2}
                  text="Not duplicates"
                  onClick={() => void tellApart(...group.map(({_id}) => _id))}
                />
              </Flex>
            </Stack>
          </Card>
        )
      })}
      {merging && <MergeDialog id={merging[0]} otherId={merging[1]} onClose={() => setMerging(null)} />}
    </Listed>
  )
}

/** References that nothing cites or lists. */
export function UnusedReferences() {
  const {works, problem} = useAllWorks()
  const {value: lists} = useLiveQuery(USED, NO_PARAMS, pairs)
  const unused = useMemo(() => {
    if (!works || !lists) return null
    const used = new Set(lists.flat())
    return works.filter(({_id}) => !used.has(_id))
  }, [works, lists])

  return (
    <Listed problem={problem} isEmpty={unused && unused.length === 0} emptyText="Every reference is cited somewhere.">
      {unused?.map((work) => (
        <li key={work._id}>
          <WorkLink work={work} />
        </li>
      ))}
    </Listed>
  )
}

/** All references, read when the list opens and again when a merge or an edit may have changed it. */
function useAllWorks(): {works: Work[] | null; problem: string | null} {
  const {works, isLoading, problem, load} = useWorks()
  const {value: size} = useLiveQuery(SIZE, NO_PARAMS, count)
  useEffect(load, [load, size])
  const list = useMemo(() => works.map(({work}) => work), [works])
  return {works: isLoading && list.length === 0 ? null : list, problem}
}

interface ListedProps {
  problem: string | null
  /** Null while it is not known. */
  isEmpty: boolean | null
  emptyText: string
  children: ReactNode
}

function Listed({problem, isEmpty, emptyText, children}: ListedProps) {
  return (
    <Box overflow="auto" padding={3} style={{height: '100%'}}>
      {problem && <Text size={1}>{problem}</Text>}
      {isEmpty === null && !problem && <Spinner muted />}
      {isEmpty && <Text size={1}>{emptyText}</Text>}
      <Stack as="ul" gap={4} style={{listStyle: 'none', margin: 0, padding: 0}}>
        {children}
      </Stack>
    </Box>
  )
}

function WorkLink({work}: {work: Work}) {
  const {title, place} = workLine(work)
  return (
    <Stack gap={2}>
      <Text size={1}>
        <IntentLink intent="edit" params={{id: work._id, type: 'bibliographicReference'}}>
          {title}
        </IntentLink>{' '}
        {!work.isPublished && <Badge tone="caution">Draft</Badge>}
      </Text>
      {place && (
        <Text muted size={1}>
          {place}
        </Text>
      )}
    </Stack>
  )
}
