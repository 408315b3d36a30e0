/** The reference that citations are to lead to. */
export interface RepointTarget {
  id: string
  /** A published document may be pointed at strongly; a draft only weakly, until it is published. */
  isPublished: boolean
}

/** What a patch of a document does; paths are JSONMatch. */
export interface RepointPatch {
  set: Readonly<Record<string, unknown>>
  unset: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

interface Change {
  value: unknown
  /** Null when nothing changed. */
  edits: readonly Edit[] | null
}

interface Edit {
  path: string
  /** Left out to remove what is there. */
  value?: unknown
}

const PLAIN_NAME = /^[A-Za-z_]\w*$/
const PLAIN_KEY = /^[\w-]+$/

/**
 * What makes a document lead to `to` wherever it leads to `fromId`, however deep; null when it leads there nowhere.
 *
 * In a list of references, and among the works of one citation, what would then stand there twice is removed: the
 * repointed member, never the other; two works of a citation that differ in their place in the work both stay. Members
 * that no key finds are written with their whole field. The document is not changed.
 */
export function repointPatch(document: Fields, fromId: string, to: RepointTarget): RepointPatch | null {
  const set: Record<string, unknown> = {}
  const unset: string[] = []
  for (const [name, value] of Object.entries(document)) {
    if (!PLAIN_NAME.test(name) || name.startsWith('_')) continue
    const change = repointed(value, name, {fromId, to})
    if (!change.edits) continue
    if (change.edits.some(({path}) => path === '')) set[name] = change.value
    else {
      for (const edit of change.edits) {
        if ('value' in edit) set[edit.path] = edit.value
        else unset.push(edit.path)
      }
    }
  }
  return unset.length > 0 || Object.keys(set).length > 0 ? {set, unset} : null
}

interface Repointing {
  fromId: string
  to: RepointTarget
}

/** An edit with an empty path is one that no path leads to. */
function repointed(value: unknown, path: string, repointing: Repointing): Change {
  if (Array.isArray(value)) return repointedList(value, path, repointing)
  if (!isFields(value)) return {value, edits: null}
  if (typeof value._ref === 'string') return repointedPointer(value, path, repointing)
  const edits: Edit[] = []
  const entries = Object.entries(value).map(([name, member]) => {
    const change = repointed(member, path && PLAIN_NAME.test(name) ? `${path}.${name}` : '', repointing)
    edits.push(...(change.edits ?? []))
    return [name, change.value] as const
  })
  return edits.length > 0 ? {value: Object.fromEntries(entries), edits} : {value, edits: null}
}

function repointedPointer(pointer: Fields, path: string, {fromId, to}: Repointing): Change {
  if (publishedId(pointer._ref) !== fromId) return {value: pointer, edits: null}
  const {_weak: weak, _strengthenOnPublish: strengthens, ...rest} = pointer
  const isWeakForGood = weak === true && strengthens === undefined
  const value = {
    ...rest,
    _ref: to.id,
    ...(isWeakForGood || !to.isPublished ? {_weak: true} : {}),
    ...(!isWeakForGood && !to.isPublished ? {_strengthenOnPublish: {type: 'bibliographicReference'}} : {}),
  }
  return {value, edits: [{path, value}]}
}

function repointedList(list: readonly unknown[], path: string, repointing: Repointing): Change {
  const keys = list.map((member) => (isFields(member) && typeof member._key === 'string' ? member._key : ''))
  const changes = list.map((member, index) => {
    const key = keys[index] ?? ''
    const isAddressed = path !== '' && PLAIN_KEY.test(key) && keys.indexOf(key) === keys.lastIndexOf(key)
    const place = isAddressed ? `${path}[_key=="${key}"]` : ''
    return {place, ...repointed(member, place, repointing)}
  })
  const kept: {value: unknown; isRepointed: boolean}[] = []
  const edits: Edit[] = []
  for (const {place, value, edits: own} of changes) {
    const isRepeated = own !== null && changes.some((other) => other.edits === null && isSameMember(other.value, value))
    if (isRepeated || (own !== null && kept.some((other) => other.isRepointed && isSameMember(other.value, value)))) {
      edits.push({path: place})
    } else {
      edits.push(...(own ?? []))
      kept.push({value, isRepointed: own !== null})
    }
  }
  return edits.length > 0 ? {value: kept.map(({value}) => value), edits} : {value: list, edits: null}
}

/** Two pointers to one document in a list, or two works of a citation that are alike in everything. */
function isSameMember(a: unknown, b: unknown): boolean {
  if (!isFields(a) || !isFields(b)) return false
  if (typeof a._ref === 'string' || typeof b._ref === 'string') return a._ref === b._ref
  return isFields(a.reference) && isFields(b.reference) && withoutKey(a) === withoutKey(b)
}

/** Absent, empty and default fields of a citation’s work count as the same. */
function withoutKey(item: Fields): string {
  const given = Object.entries({label: 'page', ...item, reference: isFields(item.reference) && item.reference._ref})
    .filter(([name, value]) => name !== '_key' && value !== '' && value !== false && value !== null)
    .filter(([, value]) => value !== undefined)
  return JSON.stringify(given.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function publishedId(ref: unknown): string {
  return typeof ref === 'string' ? ref.replace(/^drafts\./, '') : ''
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
