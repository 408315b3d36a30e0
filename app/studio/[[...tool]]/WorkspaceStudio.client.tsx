'use client'

import {NextStudio} from 'next-sanity/studio/client-component'

import config from '@/sanity.config'
import {publicEnv} from '@/sanity/env'
import {silenceProtocolWarning} from '@/sanity/studio/debugProtocol'
import {createOwnOriginFetch} from '@/sanity/studio/ownOriginFetch'

const {isEmbedded, projectId} = publicEnv()
if (isEmbedded) {
  silenceProtocolWarning(() => localStorage)
  window.fetch = createOwnOriginFetch({origin: location.origin, projectId, fetch: window.fetch.bind(window)})
}

export function WorkspaceStudio() {
  return <NextStudio config={config} />
}
