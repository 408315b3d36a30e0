import {Card, Grid, Spinner, Stack, Text} from '@sanity/ui'
import {useEffect, useMemo, useState} from 'react'
import {useDocumentPairPermissions} from 'sanity'
import {z} from 'zod'

import {useLiveQuery} from '@/sanity/inputs/reference/useLiveQuery'
import {Problem} from '@/sanity/tools/bibliography/Problem'

import {Candidate} from './Candidate'
import {comparedFields} from './comparedFields'
import {Differences} from './Differences'
import type {Merge} from './mergeReferences'

const FILTER = `*[_type == "bibliographicReference" && _id in [$a, "drafts." + $a, $b, "drafts." + $b]]`
const VERSIONS = {fetch: FILTER, listen: FILTER}

const version = z.looseObject({_id: z.string()})
const versions = z.array(version)

type Version = z.infer<typeof version>

interface MergeFormProps {
  ids: readonly [string, string]
  /** Null while there is nothing that could be merged. */
  onChange: (merge: Merge | null) => void
}

/** Two references beside each other: which to keep, and which fields it takes over. */
export function MergeForm({ids, onChange}: MergeFormProps) {
  const [a, b] = ids
  const params = useMemo(() => ({a, b}), [a, b])
  const {value, problem, retry} = useLiveQuery(VERSIONS, params, versions)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [refused, setRefused] = useState<readonly string[]>([])

  const keptId = chosenId ?? keptByDefault(ids, value ?? [])
  const droppedId = keptId === a ? b : a
  const [kept, dropped] = [latest(value, keptId), latest(value, droppedId)]
  const fields = useMemo(
    () => (kept && dropped ? comparedFields(kept, dropped).filter((field) => field.dropped !== '') : []),
    [kept, dropped],
  )
  const takeOver = useMemo(
    () => fields.flatMap(({name, kept: text}) => (text === '' && !refused.includes(name) ? name : [])),
    [fields, refused],
  )
  const isPublished = (id: string) => value?.some(({_id}) => _id === id) === true
  const wouldUnpublish = !isPublished(keptId) && isPublished(droppedId)
  const [permission] = useDocumentPairPermissions({
    id: droppedId,
    type: 'bibliographicReference',
    permission: 'delete',
  })
  const isRefused = permission?.granted === false
  const isReady = Boolean(kept && dropped) && !wouldUnpublish && !isRefused

  useEffect(() => {
    onChange(isReady ? {keptId, droppedId, takeOver} : null)
  }, [onChange, isReady, keptId, droppedId, takeOver])

  if (problem) return <Problem message={problem} onRetry={retry} />
  if (!value) return <Spinner muted />
  if (!kept || !dropped) return <Text size={1}>One of the two is no longer there.</Text>
  return (
    <Stack gap={5}>
      <Grid gap={3} gridTemplateColumns={[1, 1, 2]}>
        {ids.map((id) => (
          <Candidate
            isKept={id === keptId}
            isPublished={isPublished(id)}
            key={id}
            version={id === keptId ? kept : dropped}
            onKeep={() => setChosenId(id)}
          />
        ))}
      </Grid>
      {wouldUnpublish && (
        <Card padding={3} radius={2} role="alert" tone="caution">
          <Text size={1}>
            The one to keep is not published, but the other is. Cancel and publish it first, or keep the other.
          </Text>
        </Card>
      )}
      {isRefused && (
        <Card padding={3} radius={2} role="alert" tone="caution">
          <Text size={1}>
            Your account may not delete the one that is not kept. Keep it instead, or ask an editor to merge the two.
          </Text>
        </Card>
      )}
      <Differences
        fields={fields}
        refused={refused}
        onToggle={(name) =>
          setRefused(refused.includes(name) ? refused.filter((other) => other !== name) : [...refused, name])
        }
      />
      <Text muted size={1}>
        Every article and page that cites the other, published or draft, will cite the one you keep; the other is
        deleted. Published pages change at once.
      </Text>
    </Stack>
  )
}

/** One that is published, if the other is not; else the one with more in it. */
function keptByDefault([a, b]: readonly [string, string], versions: readonly Version[]): string {
  const [isPublishedA, isPublishedB] = [a, b].map((id) => versions.some(({_id}) => _id === id))
  if (isPublishedA !== isPublishedB) return isPublishedB ? b : a
  const size = (id: string) => Object.keys(latest(versions, id) ?? {}).length
  return size(b) > size(a) ? b : a
}

function latest(versions: readonly Version[] | null, id: string): Version | undefined {
  return versions?.find(({_id}) => _id === `drafts.${id}`) ?? versions?.find(({_id}) => _id === id)
}
