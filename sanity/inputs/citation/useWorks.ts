import {useCallback, useState} from 'react'
import {useClient} from 'sanity'
import {z} from 'zod'

import {referenceRecord} from '@/lib/citations/referenceRecord'
import {searchable, type SearchableWork} from '@/lib/citations/works/searchWorks'
import {API_VERSION} from '@/sanity/env'
import {distinctWorks, type Work} from '@/sanity/works/distinctWorks'

const contributors = '[]{_type, family, given, particles, literal}'

const WORKS_QUERY = `*[_type == "bibliographicReference" && !(_id in path("versions.**"))] | order(_updatedAt desc) {
  _id, type, title, containerTitle, publisher, volume, issued{status, year}, doi, url,
  author${contributors}, editor${contributors}, translator${contributors},
  "verbatim": select(!defined(title) || title == "" => verbatim)
}`

const answer = z.array(referenceRecord)

let latest: readonly SearchableWork<Work>[] = []

interface Works {
  /** Every reference, as it was when it was last asked for; the last edited first. */
  works: readonly SearchableWork<Work>[]
  isLoading: boolean
  problem: string | null
  /** Asks for them anew; what is there stays until the answer comes. */
  load: () => void
}

/** All references, light enough to be searched as one types. */
export function useWorks(): Works {
  const client = useClient({apiVersion: API_VERSION})
  const [state, setState] = useState<Omit<Works, 'load'>>({works: latest, isLoading: false, problem: null})

  const load = useCallback(() => {
    setState((last) => ({...last, isLoading: true}))
    client
      .withConfig({perspective: 'raw'})
      .fetch<unknown>(WORKS_QUERY)
      .then((stored) => {
        latest = distinctWorks(answer.parse(stored)).map(searchable)
        setState({works: latest, isLoading: false, problem: null})
      })
      .catch(() =>
        setState((last) => ({
          ...last,
          isLoading: false,
          problem: 'The references could not be read: the content store did not answer.',
        })),
      )
  }, [client])

  return {...state, load}
}
