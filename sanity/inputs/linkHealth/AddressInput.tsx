import {Stack} from '@sanity/ui'
import {getPublishedId, useFormValue, type StringInputProps} from 'sanity'

import {checkedAddress} from '@/lib/links/checkedAddress'

import {LinkHealthLine} from './LinkHealthLine'

/** The Studio's own input of a DOI or an address, with what the link checker knows of what is typed there. */
export function AddressInput(props: StringInputProps) {
  const id = useFormValue(['_id'])
  const {value, schemaType} = props
  const address = checkedAddress(schemaType.name === 'url' ? {url: value} : {doi: value})
  return (
    <Stack gap={3}>
      {props.renderDefault(props)}
      {address !== null && typeof id === 'string' && (
        <LinkHealthLine address={address} referenceId={getPublishedId(id)} />
      )}
    </Stack>
  )
}
