import {Card, Checkbox, Flex, Grid, Radio, Spinner, Stack, Text} from '@sanity/ui'
import {useEffect, useMemo, useState} from 'react'
import {z} from 'zod'

import {toReferenceRecord} from '@/lib/citations/referenceRecord'
import {EntryMarkup} from '@/sanity/inputs/reference/EntryMarkup'
import {useFormattedEntry} from '@/sanity/inputs/reference/useFormattedEntry'
import {useLiveQuery} from '@/sanity/inputs/reference/useLiveQuery'

import {comparedFields, type ComparedField} from './comparedFields'
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
  const {value, problem} = useLiveQuery(VERSIONS, params, versions)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [refused, setRefused] = useState<readonly string[]>([])

  const keptId = chosenId ?? keptByDefault(ids, value ?? [])
  const droppedId = keptId === a ? b : a
  const [kept, dropped] = [latest(value, keptId), latest(value, droppedId)]
  const fields = useMemo(() => (kept && dropped ? comparedFields(kept, dropped) : []), [kept, dropped])
  const takeOver = useMemo(
    () => fields.flatMap(({name, kept: text}) => (text === '' && !refused.includes(name) ? name : [])),
    [fields, refused],
  )
  const isReady = Boolean(kept && dropped)

  useEffect(() => {
    onChange(isReady ? {keptId, droppedId, takeOver} : null)
  }, [onChange, isReady, keptId, droppedId, takeOver])

  if (problem) return <Text size={1}>{problem}</Text>
  if (!value) return <Spinner muted />
  if (!kept || !dropped) return <Text size={1}>One of the two is no longer there.</Text>
  return (
    <Stack gap={5}>
      <Grid gap={3} gridTemplateColumns={[1, 1, 2]}>
        {ids.map((id) => (
          <Candidate
            isKept={id === keptId}
            isPublished={value.some(({_id}) => _id === id)}
            key={id}
            version={id === keptId ? kept : dropped}
            onKeep={() => setChosenId(id)}
          />
        ))}
      </Grid>
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

interface CandidateProps {
  version: Version
  isKept: boolean
  isPublished: boolean
  onKeep: () => void
}

function Candidate({version, isKept, isPublished, onKeep}: CandidateProps) {
  const record = useMemo(() => toReferenceRecord(version), [version])
  const {entry, problem} = useFormattedEntry(record)
  return (
    <Card as="label" border padding={4} radius={3} tone={isKept ? 'primary' : 'default'}>
      <Flex gap={3}>
        <Radio checked={isKept} name="kept" onChange={onKeep} />
        <Stack flex={1} gap={3}>
          <Text size={1} weight="medium">
            {isKept ? 'Keep this one' : 'Delete this one'}
            {isPublished ? '' : ' (draft)'}
          </Text>
          <Text size={1} style={{overflowWrap: 'anywhere'}}>
            <span>{entry ? <EntryMarkup html={entry.html} /> : (problem ?? record.title ?? '…')}</span>
          </Text>
        </Stack>
      </Flex>
    </Card>
  )
}

interface DifferencesProps {
  fields: readonly ComparedField[]
  refused: readonly string[]
  onToggle: (name: string) => void
}

function Differences({fields, refused, onToggle}: DifferencesProps) {
  if (fields.length === 0) return <Text size={1}>The two have the same fields.</Text>
  return (
    <Stack as="ul" gap={3} aria-label="Differences" style={{listStyle: 'none', margin: 0, padding: 0}}>
      {fields.map(({name, title, kept, dropped}) => (
        <Stack as="li" gap={2} key={name}>
          <Text size={1} weight="medium">
            {title}
          </Text>
          {kept === '' ? (
            <Flex align="center" as="label" gap={2}>
              <Checkbox checked={!refused.includes(name)} onChange={() => onToggle(name)} />
              <Text size={1} style={{overflowWrap: 'anywhere'}}>
                Take over: {dropped}
              </Text>
            </Flex>
          ) : (
            <Text size={1} style={{overflowWrap: 'anywhere'}}>
              {kept} {dropped && <del>{dropped}</del>}
            </Text>
          )}
        </Stack>
      ))}
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
