import {Badge, Button, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {IntentLink} from 'sanity/router'

import {isWebUrl} from '@/lib/links/isWebUrl'
import {referenceLine} from '@/sanity/schema/referenceLine'
import {messageOf} from '@/sanity/tools/accounts/messageOf'
import {Failure} from '@/sanity/tools/accounts/Section'

import {CopyOfLink} from './CopyOfLink'
import type {LinksApi} from './linksApi'
import type {TroubledLink} from './linksQuery'
import {linkStory} from './linkStory'

interface LinkRowProps {
  link: TroubledLink
  api: LinksApi
  reload: () => Promise<void>
}

/** One address: which reference has it, what happened, and what can be done about it at once. */
export function LinkRow({link, api, reload}: LinkRowProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const {_id, url, state, movedTo, isDue, reference, latest} = link
  const name = referenceLine(reference)
  const isEdited = latest !== null && latest.address !== url

  async function act(action: () => Promise<void>) {
    setProblem(null)
    await action().then(reload, (error: unknown) => setProblem(messageOf(error)))
  }

  return (
    <Stack as="li" gap={3} aria-label={name}>
      <Text size={1} weight="medium">
        <IntentLink intent="edit" params={{id: reference._id, type: 'bibliographicReference'}}>
          {name}
        </IntentLink>
      </Text>
      <Text size={1} textOverflow="ellipsis">
        <ExternalLink url={url} />
      </Text>
      <Text muted size={1}>
        {linkStory(link)}
      </Text>
      {movedTo !== null && (
        <Text size={1} textOverflow="ellipsis">
          Now at <ExternalLink url={movedTo} />
        </Text>
      )}
      {isEdited && (
        <Text muted size={1}>
          {latest.address === null
            ? 'The reference has no address any more. Once that is published, nothing is checked.'
            : 'The reference has another address now. Once that is published, it is checked with the next run.'}
        </Text>
      )}
      {problem !== null && <Failure message={problem} />}
      <CopyOfLink
        isWanted={state === 'dead' || state === 'failing'}
        link={link}
        name={name}
        onSave={(address) => act(() => api.saveCopy(reference._id, address))}
      />
      <Flex align="center" gap={2} wrap="wrap">
        {movedTo !== null && !isEdited && (
          <Button
            aria-label={`Use the new address: ${name}`}
            mode="ghost"
            onClick={() => void act(() => api.saveAddress(reference._id, movedTo))}
            text="Use the new address"
          />
        )}
        {isDue ? (
          <Badge>Will be checked with the next run</Badge>
        ) : (
          <Button
            aria-label={`Check again: ${name}`}
            mode="ghost"
            onClick={() => void act(() => api.checkAgain(_id))}
            text="Check again"
          />
        )}
      </Flex>
    </Stack>
  )
}

/** What a program wrote is linked only where it is a web address. */
function ExternalLink({url}: {url: string}) {
  if (!isWebUrl(url)) return url
  return (
    <a href={url} rel="noreferrer" target="_blank">
      {url}
    </a>
  )
}
