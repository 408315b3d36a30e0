import {grantsOf} from '../documents/grants.ts'
import type {RouteHandler} from './route.ts'
import {requireDataset, requireProject} from './projects.ts'

/** `GET /v…/projects/:project/datasets/:dataset/acl` → what the caller may do with which documents. */
export const acl: RouteHandler = ({params, identity, lake}) => {
  requireProject(lake, params)
  requireDataset(lake, params)
  return Response.json(grantsOf(identity?.role ?? null))
}
