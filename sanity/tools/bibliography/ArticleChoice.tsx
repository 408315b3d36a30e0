import {Select, Stack, Text} from '@sanity/ui'
import {useEffect, useId, useState} from 'react'
import type {SanityClient} from 'sanity'
import {z} from 'zod'

import {messageOf} from '../accounts/messageOf'

const MAX_ARTICLES = 300

const articlesQuery = `*[_type == "article"] | order(_updatedAt desc) [0...${MAX_ARTICLES}] {
  _id, "title": coalesce(title, "Untitled")
}`
const articles = z.array(z.object({_id: z.string(), title: z.string()}))

interface ArticleChoiceProps {
  client: SanityClient
  /** Without `drafts.`; null for no article, `new` for one that is still to be made. */
  value: string | null
  /** An article that was made since the list was read. */
  made: string | null
  onChange: (articleId: string | null) => void
}

/** The value of an article that does not exist yet. */
export const NEW_ARTICLE = 'new'

/** The article whose further reading gets the references. */
export function ArticleChoice({client, value, made, onChange}: ArticleChoiceProps) {
  const id = useId()
  const [known, setKnown] = useState<z.infer<typeof articles>>([])
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    const drafts = client.withConfig({perspective: 'drafts', useCdn: false})
    drafts
      .fetch<unknown>(articlesQuery)
      .then((read) => setKnown(articles.parse(read).map((article) => ({...article, _id: withoutDrafts(article._id)}))))
      .catch((error: unknown) => setProblem(messageOf(error)))
  }, [client])

  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        Put them under Further reading of
      </Text>
      <Select
        fontSize={1}
        id={id}
        onChange={({currentTarget}) => onChange(currentTarget.value || null)}
        padding={2}
        value={value ?? ''}
      >
        <option value="">no article: into the library only</option>
        <option value={NEW_ARTICLE}>a new article</option>
        {made !== null && <option value={made}>the article just made</option>}
        {known.map(({_id, title}) => (
          <option key={_id} value={_id}>
            {title}
          </option>
        ))}
      </Select>
      {problem !== null && <Text size={1}>{problem}</Text>}
    </Stack>
  )
}

function withoutDrafts(id: string): string {
  return id.replace(/^drafts\./, '')
}
