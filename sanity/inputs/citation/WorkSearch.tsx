import {AddIcon} from '@sanity/icons/Add'
import {Badge, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {Autocomplete, type BaseAutocompleteOption} from '@sanity/ui/autocomplete'
import {useMemo, useState, type FocusEventHandler, type KeyboardEvent, type Ref} from 'react'

import {searchWorks} from '@/lib/citations/works/searchWorks'
import {titleKey} from '@/lib/citations/works/titleKey'
import {Problem} from '@/sanity/tools/bibliography/Problem'
import type {Work} from '@/sanity/works/distinctWorks'
import {workLine} from '@/sanity/works/workLine'

import {useWorks} from './useWorks'

const MAX_SHOWN = 30
const CREATE = 'create'

/** Named as in the Studio’s own search for references. */
const POPOVER = {portal: true, constrainSize: true, 'data-testid': 'autocomplete-popover'}

interface Choice extends BaseAutocompleteOption {
  /** Null for the choice to create one. */
  work: Work | null
}

interface WorkSearchProps {
  id: string
  'aria-label'?: string
  'aria-describedby'?: string
  inputRef?: Ref<HTMLInputElement>
  readOnly?: boolean
  autoFocus?: boolean
  /** Ids of works that this article uses already, which are shown first. */
  inArticle?: readonly string[]
  /** Left out of the list. */
  exceptId?: string
  onPick: (work: Work) => void
  /** Without it nothing can be created. */
  onCreate?: (typed: string) => void
  onFocus?: FocusEventHandler<HTMLInputElement>
  onBlur?: FocusEventHandler<HTMLInputElement>
  onEscape?: () => void
}

/** Finds a reference by words of its names, year and title in any order, or by its DOI or address. */
export function WorkSearch(props: WorkSearchProps) {
  const {inArticle = [], exceptId, onPick, onCreate, onEscape, onFocus, inputRef, ...input} = props
  const {works, isLoading, problem, load} = useWorks()
  const [query, setQuery] = useState('')

  const choices = useMemo(() => {
    const found = searchWorks(works, query).filter(({_id}) => _id !== exceptId)
    const isUsed = ({_id}: Work) => inArticle.includes(_id)
    const ordered = [...found.filter(isUsed), ...found.filter((work) => !isUsed(work))].slice(0, MAX_SHOWN)
    const options: Choice[] = ordered.map((work) => ({value: work._id, work}))
    const isThere = found.some(({title}) => titleKey(title ?? '') === titleKey(query))
    return onCreate && query.trim() && !isThere ? [...options, {value: CREATE, work: null}] : options
  }, [works, query, exceptId, inArticle, onCreate])

  const choose = (value: string) => {
    const choice = choices.find((option) => option.value === value)
    if (choice?.work) onPick(choice.work)
    else if (choice && query.trim()) onCreate?.(query.trim())
  }

  return (
    <Stack
      gap={2}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // The first closes the list, and not the dialog around it.
        if (isOpen(event.currentTarget)) event.stopPropagation()
        else onEscape?.()
      }}
    >
      <Autocomplete<Choice>
        {...input}
        ref={inputRef}
        filterOption={() => true}
        loading={isLoading && works.length === 0}
        onFocus={(event) => {
          load()
          onFocus?.(event)
        }}
        onQueryChange={(typed) => setQuery(typed ?? '')}
        onSelect={choose}
        openButton
        openOnFocus
        options={choices}
        placeholder="Author, year, title, DOI or address"
        popover={POPOVER}
        renderOption={({work}) =>
          work ? (
            <WorkChoice work={work} isUsed={inArticle.includes(work._id)} />
          ) : (
            <CreateChoice typed={query.trim()} />
          )
        }
        renderValue={() => query}
      />
      {problem && <Problem message={problem} onRetry={load} />}
    </Stack>
  )
}

function isOpen(search: Element): boolean {
  return search.querySelector('[role=combobox]')?.getAttribute('aria-expanded') === 'true'
}

/** Enter on a button is a click, too: the list around it would take the key and the click for two choices. */
function pressOnce(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.stopPropagation()
}

function WorkChoice({work, isUsed}: {work: Work; isUsed: boolean}) {
  const {title, place} = workLine(work)
  return (
    <Card as="button" onKeyDown={pressOnce} padding={3} radius={2} tone="inherit" type="button">
      <Flex align="center" gap={3}>
        <Stack flex={1} gap={2}>
          <Text size={1} textOverflow="ellipsis" weight="medium">
            {title}
          </Text>
          {place && (
            <Text muted size={1} textOverflow="ellipsis">
              {place}
            </Text>
          )}
        </Stack>
        {isUsed && <Badge tone="primary">In this article</Badge>}
        {!work.isPublished && <Badge tone="caution">Draft</Badge>}
      </Flex>
    </Card>
  )
}

function CreateChoice({typed}: {typed: string}) {
  return (
    <Card as="button" onKeyDown={pressOnce} padding={3} radius={2} tone="inherit" type="button">
      <Flex align="center" gap={3}>
        <Text size={1}>
          <AddIcon />
        </Text>
        <Box flex={1}>
          <Text size={1} textOverflow="ellipsis">
            Create “{typed}”
          </Text>
        </Box>
      </Flex>
    </Card>
  )
}
