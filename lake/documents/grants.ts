import {evaluateSync, parse, toJS, type ExprNode} from 'groq-js'

import {MutationError, type MutationErrorItem} from '../errors.ts'
import type {Identity, Role} from '../identity.ts'
import type {DocumentChange, LakeDocument} from './document.ts'

import {isObject} from './json.ts'
import {creatorOf} from './ownership.ts'

export type Permission = 'read' | 'create' | 'update' | 'history' | 'editHistory' | 'manage'

/** What may be done with the documents that match. The Studio evaluates the same filters to switch its buttons off. */
export interface Grant {
  /** GROQ, in the place of `…` in `*[…]`. */
  filter: string
  permissions: readonly Permission[]
}

const EVERYTHING = '_id in path("**")'
const PUBLISHED = '_id in path("*")'
/** A draft in the Studio names its creator only once it has been read back, so that one without a name is hers. */
const OWN_DRAFTS =
  '_id in path("drafts.**") && !string::startsWith(_type, "system.") && ' +
  '(!defined(_system.createdBy) || _system.createdBy == identity())'

const grants: Record<Role, readonly Grant[]> = {
  administrator: [{filter: EVERYTHING, permissions: ['read', 'create', 'update', 'history', 'editHistory', 'manage']}],
  editor: [{filter: EVERYTHING, permissions: ['read', 'create', 'update', 'history', 'editHistory']}],
  contributor: [
    {filter: EVERYTHING, permissions: ['read', 'history']},
    {filter: OWN_DRAFTS, permissions: ['create', 'update', 'editHistory']},
  ],
  viewer: [{filter: EVERYTHING, permissions: ['read', 'history']}],
}

/** What a role may do with which documents; null is anonymous. */
export function grantsOf(role: Role | null): readonly Grant[] {
  return role ? grants[role] : [{filter: PUBLISHED, permissions: ['read']}]
}

/**
 * Refuses changes that the writer's grants do not cover: creating needs `create` on what is created, changing `update` on
 * the document before and after, deleting `update` on what is deleted.
 *
 * @throws {MutationError} 403, with an item for each document.
 */
export function assertGranted(changes: readonly DocumentChange[], {id, role}: Identity): void {
  const [mayCreate, mayUpdate] = [matcher(role, 'create'), matcher(role, 'update')]
  if (mayCreate === always && mayUpdate === always) return
  const items = changes.flatMap(({documentId, before, after}): MutationErrorItem[] => {
    if (before === null) return !after || mayCreate(after, id) ? [] : [refusal(documentId, 'create')]
    const isGranted = mayUpdate(named(before), id) && (!after || mayUpdate(named(after), id))
    return isGranted ? [] : [refusal(documentId, 'update')]
  })
  if (items.length > 0) throw new MutationError(403, items)
}

type Matcher = (document: LakeDocument, identity: string) => boolean

const always: Matcher = () => true
const never: Matcher = () => false

function matcher(role: Role, permission: Permission): Matcher {
  const filters = grants[role].filter(({permissions}) => permissions.includes(permission)).map(({filter}) => filter)
  if (filters.includes(EVERYTHING)) return always
  if (filters.length === 0) return never
  return (document, identity) => filters.some((filter) => matches(filter, document, identity))
}

const parsed = new Map<string, ExprNode>()

function matches(filter: string, document: LakeDocument, identity: string): boolean {
  const tree = parsed.get(filter) ?? parse(`count(*[${filter}]) == 1`)
  parsed.set(filter, tree)
  return toJS(evaluateSync(tree, {dataset: [document], identity})) === true
}

/** A stored draft without a creator — an imported one, say — is nobody's. */
function named(document: LakeDocument): LakeDocument {
  if (typeof creatorOf(document) === 'string') return document
  return {...document, _system: {...(isObject(document._system) ? document._system : {}), createdBy: ''}}
}

function refusal(id: string, permission: Permission): MutationErrorItem {
  const description = `Insufficient permissions; permission "${permission}" required on document "${id}"`
  return {index: 0, error: {type: 'insufficientPermissionsError', description, permission, id}}
}
