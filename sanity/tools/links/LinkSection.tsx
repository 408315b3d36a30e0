import {Card, Heading, Stack, Text} from '@sanity/ui'

import type {LinksApi} from './linksApi'
import type {TroubledLink} from './linksQuery'
import {LinkRow} from './LinkRow'

interface LinkSectionProps {
  title: string
  description: string
  links: readonly TroubledLink[]
  api: LinksApi
  reload: () => Promise<void>
}

export function LinkSection({title, description, links, api, reload}: LinkSectionProps) {
  return (
    <Card as="section" aria-label={title} border padding={4} radius={3}>
      <Stack gap={5}>
        <Stack gap={3}>
          <Heading as="h2" size={1}>
            {title} ({links.length})
          </Heading>
          <Text muted size={1}>
            {description}
          </Text>
        </Stack>
        <Stack as="ul" gap={5} margin={0} padding={0}>
          {links.map((link) => (
            <LinkRow key={link._id} api={api} link={link} reload={reload} />
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}
