import {useToast} from '@sanity/ui/toast'
import {useCallback} from 'react'
import {useClient} from 'sanity'

import {API_VERSION} from '@/sanity/env'
import {createKey} from '@/sanity/studio/createKey'
import {createUuid} from '@/sanity/studio/createUuid'

/** Remembers that references are not the same work, for everybody and for good. */
export function useTellApart(): (...ids: string[]) => Promise<void> {
  const client = useClient({apiVersion: API_VERSION})
  const {push} = useToast()
  return useCallback(
    async (...ids) => {
      const works = ids.map((_ref) => ({_type: 'reference', _key: createKey(), _ref, _weak: true}))
      try {
        await client.create({_id: `distinctWorks.${createUuid()}`, _type: 'distinctWorks', works})
      } catch {
        push({
          status: 'error',
          title: 'This could not be remembered. Your account may not write it, or the store did not answer.',
        })
      }
    },
    [client, push],
  )
}
