import {Select, Stack, Text} from '@sanity/ui'
import {useEffect, useId, useState} from 'react'
import {useGrantsStore, type SanityClient} from 'sanity'

import {createUuid} from '@/sanity/studio/createUuid'

import {messageOf} from '../accounts/messageOf'

import {articlesToEdit} from './articlesToEdit'
import type {ChosenArticle} from './paste'

interface ArticleChoiceProps {
  client: SanityClient
  value: ChosenArticle | undefined
  /** Whether it has got references already. */
  isFilled: boolean
  onChange: (article: ChosenArticle | undefined) => void
}

/** The value of an article that does not exist yet. */
const NEW_ARTICLE = 'new'

/** The article whose further reading gets the references. */
export function ArticleChoice({client, value, isFilled, onChange}: ArticleChoiceProps) {
  const id = useId()
  const [known, setKnown] = useState<Awaited<ReturnType<typeof articlesToEdit>> | null>(null)
  const grants = useGrantsStore()
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    articlesToEdit(client, grants)
      .then(setKnown)
      .catch((error: unknown) => setProblem(messageOf(error)))
  }, [client, grants])

  const isListed = known?.some(({_id}) => _id === value?.id) === true
  const isGone = known !== null && value?.isNew === false && !isListed
  useEffect(() => {
    if (isGone) onChange(undefined)
  }, [isGone, onChange])

  const choose = (chosen: string) => {
    if (chosen === NEW_ARTICLE) onChange({id: createUuid(), isNew: true})
    else onChange(chosen ? {id: chosen, isNew: false} : undefined)
  }

  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        Put them under Further reading of
      </Text>
      <Select
        fontSize={1}
        id={id}
        onChange={({currentTarget}) => choose(currentTarget.value)}
        padding={2}
        value={value?.isNew && !isFilled && !isListed ? NEW_ARTICLE : (value?.id ?? '')}
      >
        <option value="">no article: into the library only</option>
        <option value={NEW_ARTICLE}>a new article</option>
        {value && !isListed && (!value.isNew || isFilled) && (
          <option value={value.id}>{value.isNew ? 'the article just made' : 'the article chosen before'}</option>
        )}
        {known?.map(({_id, title}) => (
          <option key={_id} value={_id}>
            {title}
          </option>
        ))}
      </Select>
      {problem !== null && <Text size={1}>{problem}</Text>}
    </Stack>
  )
}
