import {Card} from '@sanity/ui'
import {useMemo, useState, type RefObject} from 'react'

import type {EditedReference} from '@/lib/citations/referenceRecord'
import {MergeDialog} from '@/sanity/actions/mergeReference/MergeDialog'

import {AlikeList, AlikeRow, RowButton} from './AlikeList'
import {Announced} from './Announced'
import {alikeAmong, candidateParams, CANDIDATES_QUERY, candidatesResult, type AlikeWork} from './duplicates'
import {useFocusHeir} from './useFocusHeir'
import {useLiveQuery} from './useLiveQuery'
import {useSettled} from './useSettled'
import {useVerdicts} from './useVerdicts'

const PAUSE_MS = 800
const MAX_SHOWN = 3

const CANDIDATES = {
  fetch: CANDIDATES_QUERY,
  listen: `*[_type in ["bibliographicReference", "distinctWorks"]]`,
}

interface DuplicatesProps {
  id: string
  record: EditedReference
  /** Gets the focus when a merge has left nothing to say here. */
  heir: RefObject<HTMLElement | null>
}

/** Says that another reference describes the same work, and offers to make one of the two or to tell them apart. */
export function Duplicates({id, record, heir}: DuplicatesProps) {
  const settled = useSettled(record, PAUSE_MS)
  const params = useMemo(() => candidateParams(id, settled), [id, settled])
  const {value} = useLiveQuery(CANDIDATES, params, candidatesResult)
  // What was found before stays until the next answer: the form below must not jump while somebody types in it.
  const [found, setFound] = useState(value)
  if (value && value !== found) setFound(value)
  const alike = useMemo(() => (found ? alikeAmong(settled, found) : []), [found, settled])
  const [mergingId, setMergingId] = useState<string | null>(null)
  const {bequeath, inherits} = useFocusHeir()
  const {tellApart, takeBack} = useVerdicts()
  const judge = (workId: string, writing: Promise<boolean>) => {
    bequeath([workId])
    void writing
  }

  const duplicates = alike.filter(({verdictIds}) => verdictIds.length === 0)
  const toldApart = alike.filter(({verdictIds}) => verdictIds.length > 0)

  return (
    <>
      {duplicates.length > 0 && (
        <Card as="section" aria-label="Possible duplicate" border padding={4} radius={3} tone="caution">
          <AlikeList title="This looks like the same work as">
            {shown(duplicates).map(({work}) => (
              <AlikeRow key={work._id} work={work}>
                <RowButton mode="ghost" onClick={() => setMergingId(work._id)} text="Merge…" work={work} />
                <RowButton
                  mode="bleed"
                  onClick={() => judge(work._id, tellApart([id, work._id]))}
                  takesFocus={() => inherits(work._id)}
                  text="Not a duplicate"
                  work={work}
                />
              </AlikeRow>
            ))}
          </AlikeList>
        </Card>
      )}
      {toldApart.length > 0 && (
        <Card as="section" aria-label="Told apart" border padding={4} radius={3}>
          <AlikeList title="Somebody has told this apart from">
            {shown(toldApart).map(({work, verdictIds}) => (
              <AlikeRow key={work._id} work={work}>
                <RowButton
                  mode="bleed"
                  onClick={() => judge(work._id, takeBack(verdictIds))}
                  takesFocus={() => inherits(work._id)}
                  text="Take back"
                  work={work}
                />
              </AlikeRow>
            ))}
          </AlikeList>
        </Card>
      )}
      <Announced isNews text={duplicates.length > 0 ? 'Another reference looks like the same work.' : ''} />
      {mergingId && (
        <MergeDialog focusAfter={() => heir.current} id={id} otherId={mergingId} onClose={() => setMergingId(null)} />
      )}
    </>
  )
}

function shown(works: readonly AlikeWork[]): readonly AlikeWork[] {
  return works.slice(0, MAX_SHOWN)
}
