import {Card, Stack, Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import {useClient, type StringInputProps} from 'sanity'
import {z} from 'zod'

import {API_VERSION} from '@/sanity/env'
import {serverRequest} from '@/sanity/studio/serverRequest'

import {styleChoices, type ServerStyles} from './styleChoices'

const answer = z.object({
  styles: z.array(z.object({value: z.string(), title: z.string()})),
  problems: z.array(z.string()),
})

/** The citation styles as a list to choose from, with what is wrong with those that were added to the site. */
export function CitationStyleInput(props: StringInputProps) {
  const {choices, warnings} = styleChoices(props.value, useServerStyles())
  const options = {list: choices, layout: 'radio' as const}
  return (
    <Stack gap={3}>
      {props.renderDefault({...props, schemaType: {...props.schemaType, options}})}
      {warnings.map((warning) => (
        <Card key={warning} border padding={3} radius={2} tone="caution">
          <Text size={1}>{warning}</Text>
        </Card>
      ))}
    </Stack>
  )
}

function useServerStyles(): ServerStyles {
  const client = useClient({apiVersion: API_VERSION})
  const [styles, setStyles] = useState<ServerStyles>({state: 'loading'})

  useEffect(() => {
    const abort = new AbortController()
    serverRequest(client, '/api/studio/citation-styles', {}, abort.signal)
      .then((body) => setStyles({state: 'ready', ...answer.parse(body)}))
      .catch((error: unknown) => {
        if (abort.signal.aborted) return
        setStyles({state: 'failed', message: error instanceof Error ? error.message : String(error)})
      })
    return () => abort.abort()
  }, [client])

  return styles
}
