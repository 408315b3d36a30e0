import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useMemo, useState} from 'react'
import {IntentLink} from 'sanity/router'

import type {EditedReference} from '@/lib/citations/referenceRecord'
import {MergeDialog} from '@/sanity/actions/mergeReference/MergeDialog'
import {workLine} from '@/sanity/works/workLine'

import {Announced} from './Announced'
import {candidateParams, CANDIDATES_QUERY, candidatesResult, duplicatesAmong} from './duplicates'
import {useLiveQuery} from './useLiveQuery'
import {useSettled} from './useSettled'
import {useTellApart} from './useTellApart'

const PAUSE_MS = 800

const CANDIDATES = {
  fetch: CANDIDATES_QUERY,
  listen: `*[_type in ["bibliographicReference", "distinctWorks"]]`,
}

/** Says that another reference describes the same work, and offers to make one of the two. */
export function Duplicates({id, record}: {id: string; record: EditedReference}) {
  const settled = useSettled(record, PAUSE_MS)
  const params = useMemo(() => candidateParams(id, settled), [id, settled])
  const {value} = useLiveQuery(CANDIDATES, params, candidatesResult)
  const works = useMemo(() => (value ? duplicatesAmong(settled, value) : []), [value, settled])
  const [mergingId, setMergingId] = useState<string | null>(null)
  const tellApart = useTellApart()

  return (
    <>
      {works.slice(0, 3).map((work) => (
        <Card as="section" aria-label="Possible duplicate" border key={work._id} padding={4} radius={3} tone="caution">
          <Stack gap={4}>
            <Stack gap={3}>
              <Text size={1} weight="medium">
                This looks like the same work as
              </Text>
              <Text size={1}>
                <IntentLink intent="edit" params={{id: work._id, type: 'bibliographicReference'}}>
                  {workLine(work).title}
                </IntentLink>
                {work.isPublished ? '' : ' (draft)'}
              </Text>
            </Stack>
            <Flex gap={2} wrap="wrap">
              <Button fontSize={1} mode="ghost" padding={3} text="Merge…" onClick={() => setMergingId(work._id)} />
              <Button
                fontSize={1}
                mode="bleed"
                padding={3}
                text="Not a duplicate"
                onClick={() => void tellApart(id, work._id)}
              />
            </Flex>
          </Stack>
        </Card>
      ))}
      <Announced isNews text={works.length > 0 ? 'Another reference looks like the same work.' : ''} />
      {mergingId && <MergeDialog id={id} otherId={mergingId} onClose={() => setMergingId(null)} />}
    </>
  )
}
