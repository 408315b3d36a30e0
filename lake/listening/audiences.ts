import type {Commit} from '../documents/document.ts'
import type {Heard, MessageOptions} from '../documents/mutationEvents.ts'
import {isDraftId, isPrivateId, isVersionId} from '../documents/ids.ts'

import type {Filter} from './filter.ts'
import type {Candidate} from './judging.ts'
import type {Reader} from './reader.ts'

/** Which documents a listener may hear of, whatever its filter: `drafts` are drafts and published ones. */
export type Scope = 'public' | 'published' | 'drafts' | 'all'

const scopes: Record<Scope, (documentId: string) => boolean> = {
  public: (id) => !isPrivateId(id),
  published: (id) => !isDraftId(id) && !isVersionId(id),
  drafts: (id) => !isVersionId(id),
  all: () => true,
}

/** Readers that are told the same. */
export interface Group {
  options: MessageOptions
  /** The same for the same options. */
  key: string
  /** Readers, and the client that each belongs to. */
  readers: Map<Reader, string>
}

/** Listeners with the same filter: it is evaluated once a commit for all of them. */
export interface Audience extends Candidate {
  key: string
  filterKey: string
  isAnonymous: boolean
  groups: Map<string, Group>
  /** What was found out for those who resume. */
  past: WeakMap<Commit, Heard[]>
}

export interface AudienceOptions {
  filter: Filter
  filterKey: string
  scope: Scope
  identity: string
}

/** The audiences of one dataset. */
export interface Audiences {
  all(): Iterable<Audience>
  /** The audience there is, or a new one, which is forgotten when its last reader goes. */
  of(options: AudienceOptions): Audience
  join(audience: Audience, member: {reader: Reader; client: string; options: MessageOptions}): void
}

export function createAudiences(): Audiences {
  const audiences = new Map<string, Audience>()

  return {
    all: () => audiences.values(),

    of({filter, filterKey, scope, identity}) {
      const key = JSON.stringify([filterKey, scope, filter.namesIdentity ? identity : null])
      return (
        audiences.get(key) ?? {
          key,
          filterKey,
          filter,
          identity,
          isAudible: scopes[scope],
          isAnonymous: scope === 'public',
          // Nobody who has proved cheap has to wait for a newcomer.
          costMs: Number.MAX_VALUE,
          groups: new Map(),
          past: new WeakMap(),
        }
      )
    },

    join(audience, {reader, client, options}) {
      audiences.set(audience.key, audience)
      const key = JSON.stringify(Object.entries(options).sort())
      const group = audience.groups.get(key) ?? {options, key, readers: new Map()}
      audience.groups.set(key, group)
      group.readers.set(reader, client)
      reader.onEnd(() => {
        group.readers.delete(reader)
        if (group.readers.size === 0) audience.groups.delete(key)
        if (audience.groups.size === 0) audiences.delete(audience.key)
      })
    },
  }
}
