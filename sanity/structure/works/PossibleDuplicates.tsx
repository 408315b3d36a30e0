import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useMemo, useRef, useState, type ReactNode} from 'react'
import type {UserComponent} from 'sanity/structure'

import {sameWorkGroups} from '@/lib/citations/works/sameWorkGroups'
import {MergeDialog} from '@/sanity/actions/mergeReference/MergeDialog'
import {useFirstFocus} from '@/sanity/inputs/reference/useFirstFocus'
import {useFocusHeir} from '@/sanity/inputs/reference/useFocusHeir'
import {useLiveQuery} from '@/sanity/inputs/reference/useLiveQuery'
import {useVerdicts} from '@/sanity/inputs/reference/useVerdicts'
import type {Work} from '@/sanity/works/distinctWorks'
import {VERDICT, verdict, verdictsOn} from '@/sanity/works/verdicts'
import {workLine} from '@/sanity/works/workLine'

import {useAllWorks} from './useAllWorks'
import {WorkItems, WorkLink, WorkList} from './WorkList'

const NO_PARAMS = {}
const VERDICTS = {fetch: `*[_type == "distinctWorks"]${VERDICT}`, listen: `*[_type == "distinctWorks"]`}
const verdicts = verdict.array()

/** References of which there seem to be two for one work, and those that somebody has told apart. */
export const PossibleDuplicates: UserComponent = ({childItemId}) => {
  const {works, problem, retry} = useAllWorks()
  const {value: told, problem: toldProblem, retry: retryTold} = useLiveQuery(VERDICTS, NO_PARAMS, verdicts)
  const [merging, setMerging] = useState<readonly [string, string] | null>(null)
  const lists = useRef<HTMLDivElement>(null)
  const pressed = useRef<Element>(null)
  const {tellApart, takeBack} = useVerdicts()
  const {bequeath, inherits} = useFocusHeir()
  const judge = (group: readonly Work[], writing: Promise<boolean>) => {
    bequeath(group.map(({_id}) => _id))
    void writing
  }
  const groups = useMemo(
    () => works && told && sameWorkGroups(works, (a, b) => verdictsOn(told, a, b).length > 0),
    [works, told],
  )
  const toldApart = (told ?? []).map(({_id, ids}) => ({
    _id,
    group: (works ?? []).filter((work) => ids.includes(work._id)),
  }))

  return (
    <WorkList
      emptyText="No two references look like the same work."
      isEmpty={groups && groups.length === 0}
      onRetry={() => {
        retry()
        retryTold()
      }}
      problem={problem ?? toldProblem}
    >
      <Stack gap={5} ref={lists} tabIndex={-1}>
        <WorkItems label="Possible duplicates">
          {groups?.map((group) => {
            const [first, second] = group
            if (!first || !second) return null
            return (
              <Group childItemId={childItemId} group={group} key={first._id}>
                <Choice
                  group={group}
                  mode="ghost"
                  onClick={(button) => {
                    pressed.current = button
                    setMerging([first._id, second._id])
                  }}
                  text="Merge…"
                />
                <Choice
                  group={group}
                  mode="bleed"
                  onClick={() => judge(group, tellApart(group.map(({_id}) => _id)))}
                  takesFocus={() => group.some((work) => inherits(work._id))}
                  text="Not duplicates"
                />
              </Group>
            )
          })}
        </WorkItems>
        {toldApart.some(({group}) => group.length > 1) && (
          <Stack gap={3}>
            <Text as="h2" muted size={1} weight="medium">
              Told apart
            </Text>
            <WorkItems label="Told apart">
              {toldApart.map(
                ({_id, group}) =>
                  group.length > 1 && (
                    <Group childItemId={childItemId} group={group} key={_id}>
                      <Choice
                        group={group}
                        mode="bleed"
                        onClick={() => judge(group, takeBack([_id]))}
                        takesFocus={() => group.some((work) => inherits(work._id))}
                        text="Take back"
                      />
                    </Group>
                  ),
              )}
            </WorkItems>
          </Stack>
        )}
      </Stack>
      {merging && (
        <MergeDialog
          focusAfter={() => pressed.current?.closest('li')?.nextElementSibling ?? lists.current}
          id={merging[0]}
          isInList
          otherId={merging[1]}
          onClose={() => setMerging(null)}
        />
      )}
    </WorkList>
  )
}

interface GroupProps {
  group: readonly Work[]
  childItemId?: string
  children: ReactNode
}

function Group({group, childItemId, children}: GroupProps) {
  return (
    <Card as="li" border padding={3} radius={3} tabIndex={-1}>
      <Stack gap={3}>
        {group.map((work) => (
          <WorkLink isOpen={work._id === childItemId} key={work._id} work={work} />
        ))}
        <Flex gap={2} wrap="wrap">
          {children}
        </Flex>
      </Stack>
    </Card>
  )
}

const isNever = () => false

interface ChoiceProps {
  group: readonly Work[]
  mode: 'ghost' | 'bleed'
  text: string
  /** Whether it takes the place of the button that was pressed. Asked once. */
  takesFocus?: () => boolean
  onClick: (button: Element) => void
}

function Choice({group: [first], mode, text, takesFocus = isNever, onClick}: ChoiceProps) {
  const ref = useFirstFocus<HTMLButtonElement>(takesFocus)
  const label = first && `${text} ${workLine(first).title}`
  return (
    <Button
      ref={ref}
      aria-label={label}
      fontSize={1}
      mode={mode}
      onClick={({currentTarget}) => onClick(currentTarget)}
      padding={2}
      text={text}
    />
  )
}
