import {useToast} from '@sanity/ui/toast'
import {useMemo} from 'react'
import {useClient} from 'sanity'

import {API_VERSION} from '@/sanity/env'
import {takeBack, tellApart} from '@/sanity/works/verdicts'

const REFUSED = 'This could not be remembered. Your account may not write it, or the store did not answer.'

interface Verdicts {
  /** Remembers that references are not the same work. Resolves with whether it is. */
  tellApart: (ids: readonly string[]) => Promise<boolean>
  /** Takes verdicts back. Resolves with whether they are. */
  takeBack: (verdictIds: readonly string[]) => Promise<boolean>
}

/** What may be said of references that look alike; tells the editor where it cannot be kept. */
export function useVerdicts(): Verdicts {
  const client = useClient({apiVersion: API_VERSION})
  const {push} = useToast()
  return useMemo(() => {
    const done = async (writing: Promise<void>) => {
      try {
        await writing
        return true
      } catch {
        push({status: 'error', title: REFUSED})
        return false
      }
    }
    return {
      tellApart: (ids) => done(tellApart(client, ids)),
      takeBack: (verdictIds) => done(takeBack(client, verdictIds)),
    }
  }, [client, push])
}
