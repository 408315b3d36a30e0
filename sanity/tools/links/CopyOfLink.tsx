import {Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState, type SubmitEvent} from 'react'

import {copiesAddress} from '@/lib/links/pastedCopy'

import type {TroubledLink} from './linksQuery'

interface CopyOfLinkProps {
  /** Whether readers cannot do without one. */
  isWanted: boolean
  link: TroubledLink
  name: string
  onSave: (address: string) => Promise<void>
}

/** The archived copy of an address, one click away; or the way to one, and a field for its address. */
export function CopyOfLink({isWanted, link: {url, latest}, name, onSave}: CopyOfLinkProps) {
  const id = useId()
  const [address, setAddress] = useState('')
  const [isSaving, setSaving] = useState(false)

  async function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setSaving(true)
    await onSave(address)
    setSaving(false)
  }

  if (latest?.copyUrl) {
    return (
      <Text size={1}>
        <a href={latest.copyUrl} rel="noreferrer" target="_blank">
          Open the archived copy
        </a>
        {!latest.isCopyPublished && ' It is in the draft only: publish the reference to give it to readers.'}
      </Text>
    )
  }
  if (!isWanted) return null
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <Stack gap={3}>
        <Text size={1}>
          <a href={copiesAddress(url)} rel="noreferrer" target="_blank">
            Look for a copy at web.archive.org
          </a>
        </Text>
        <Stack gap={2}>
          <Text as="label" htmlFor={id} muted size={1}>
            Then paste the address of the copy
          </Text>
          <Flex gap={2}>
            <Flex flex={1} direction="column">
              <TextInput
                aria-label={`Address of the archived copy: ${name}`}
                fontSize={1}
                id={id}
                onChange={(event) => setAddress(event.currentTarget.value)}
                placeholder="https://web.archive.org/web/20260110120000/https://…"
                value={address}
              />
            </Flex>
            <Button disabled={isSaving || address.trim() === ''} mode="ghost" text="Save the copy" type="submit" />
          </Flex>
        </Stack>
      </Stack>
    </form>
  )
}
