import type {Role} from '../lake.ts'
import type {RouteHandler} from '../server.ts'
import {requireDataset, requireProject} from './projects.ts'

interface Grant {
  /** GROQ, in the place of `…` in `*[…]`. */
  filter: string
  permissions: string[]
}

const EVERYTHING = '_id in path("**")'
const PUBLISHED = '_id in path("*")'

const grants: Record<Role, Grant[]> = {
  administrator: [{filter: EVERYTHING, permissions: ['read', 'create', 'update', 'history', 'editHistory', 'manage']}],
  editor: [{filter: EVERYTHING, permissions: ['read', 'create', 'update', 'history', 'editHistory']}],
  contributor: [{filter: EVERYTHING, permissions: ['read', 'history']}],
  viewer: [{filter: EVERYTHING, permissions: ['read', 'history']}],
}

/** `GET /v…/projects/:project/datasets/:dataset/acl` → what the caller may do with which documents. */
export const acl: RouteHandler = ({params, identity, lake}) => {
  requireProject(lake, params)
  requireDataset(lake, params)
  return Response.json(identity ? grants[identity.role] : [{filter: PUBLISHED, permissions: ['read']}])
}
