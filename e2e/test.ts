import {test as base} from '@playwright/test'
import {createClient, type SanityClient, type SanityDocumentStub} from '@sanity/client'

import {readEnvironment} from './environment'
import {signIn} from './studioPage'

const environment = readEnvironment()

interface Fixtures {
  /** An administrator's client on the lake that the site under test reads from. */
  content: SanityClient
  /** Publishes documents, and deletes them after the test in the reverse order. */
  publish: (...documents: (SanityDocumentStub & {_id: string})[]) => Promise<void>
  /** Opens the Studio, signed in as the administrator. */
  openStudio: (path?: string) => Promise<void>
}

export const test = base.extend<Fixtures>({
  content: async ({}, use) => {
    await use(
      createClient({
        projectId: 'octavo',
        dataset: 'production',
        apiVersion: '2026-01-01',
        apiHost: environment.OCTAVO_LAKE_URL,
        useProjectHostname: false,
        useCdn: false,
        perspective: 'raw',
        token: environment.OCTAVO_WRITE_TOKEN,
      }),
    )
  },

  publish: async ({content}, use) => {
    const published: string[] = []
    await use(async (...documents) => {
      for (const document of documents) {
        await content.createOrReplace(document)
        published.unshift(document._id)
      }
    })
    for (const id of published) await content.delete(id)
  },

  openStudio: async ({page}, use) => {
    await use((path = '') => signIn(page, path))
  },
})

export {expect} from '@playwright/test'
