'use client'

import {NextStudio} from 'next-sanity/studio/client-component'

import config from '@/sanity.config'
import {publicEnv} from '@/sanity/env'
import {silenceProtocolWarning} from '@/sanity/studio/debugProtocol'

if (publicEnv().isEmbedded) silenceProtocolWarning(localStorage)

export function WorkspaceStudio() {
  return <NextStudio config={config} />
}
