import {createImageUrlBuilder} from '@sanity/image-url'
import {Stack, Text} from '@sanity/ui'
import {useClient, type PreviewProps} from 'sanity'

import {API_VERSION} from '@/sanity/env'
import {readField, readText} from '@/sanity/schema/readField'

/** A figure in the text as readers will meet it: the image at the width of the text, its caption below. */
export function FigurePreview(props: PreviewProps) {
  const client = useClient({apiVersion: API_VERSION})
  const assetId = readText(readField(props.media, 'asset'), '_ref')
  if (props.layout !== 'block' || !assetId) return props.renderDefault(props)

  const source = createImageUrlBuilder(client).image({asset: {_ref: assetId}})
  return (
    <Stack gap={3} padding={2}>
      <img
        alt=""
        src={source.width(1200).fit('max').url()}
        style={{display: 'block', maxHeight: '24rem', maxWidth: '100%', margin: '0 auto'}}
      />
      <Stack gap={2} paddingX={1}>
        <Text size={1}>{textOf(props.title)}</Text>
        <Text muted size={1}>
          {textOf(props.subtitle)}
        </Text>
      </Stack>
    </Stack>
  )
}

function textOf(content: unknown): string {
  return typeof content === 'string' ? content : ''
}
