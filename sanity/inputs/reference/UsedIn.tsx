import {Card, Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import {IntentLink} from 'sanity/router'

import {Problem} from '@/sanity/tools/bibliography/Problem'

import {useLiveQuery} from './useLiveQuery'
import {usesByDocument, USES_FILTER, USES_QUERY, usesResult, type Use} from './uses'

const USES = {fetch: USES_QUERY, listen: USES_FILTER}

/** The articles and pages that use a reference, each a link to its form. */
export function UsedIn({id}: {id: string}) {
  const params = useMemo(() => ({id}), [id])
  const {value, problem, retry} = useLiveQuery(USES, params, usesResult)
  const uses = useMemo(() => (value ? usesByDocument(value) : []), [value])

  return (
    <Card as="section" aria-label="Used in" border padding={4} radius={3}>
      <Stack gap={4}>
        <Text muted size={1} weight="medium">
          {value && uses.length > 0 ? `Used in ${uses.length}` : 'Used in'}
        </Text>
        {problem && <Problem message={problem} onRetry={retry} />}
        {value && uses.length === 0 && <Text size={1}>Not used yet. Cite it in the text of an article.</Text>}
        {uses.length > 0 && (
          <Stack
            as="ul"
            gap={3}
            paddingY={2}
            style={{listStyle: 'none', margin: 0, padding: 0, maxHeight: '16rem', overflowY: 'auto'}}
          >
            {uses.map((use) => (
              <UseLine key={use.id} use={use} />
            ))}
          </Stack>
        )}
      </Stack>
    </Card>
  )
}

function UseLine({use: {id, type, title, published, draft}}: {use: Use}) {
  const where = published ? `${published}${draft ? `; in its draft ${draft}` : ''}` : `not published: ${draft}`
  return (
    <Stack as="li" gap={2}>
      <Text size={1} weight="medium">
        <IntentLink intent="edit" params={{id, type}}>
          {title}
        </IntentLink>
      </Text>
      <Text muted size={1}>
        {where}
      </Text>
    </Stack>
  )
}
