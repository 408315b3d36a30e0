import type {Accounts} from '../accounts/accounts.ts'
import {DatasetNotFoundError, NotFoundError} from '../errors.ts'
import type {Identity} from '../identity.ts'
import type {Lake} from '../lake.ts'
import type {RouteHandler} from './route.ts'
import {allRoles, roleOf} from './roles.ts'

/** `GET /v…/projects/:project` → the project; who works on it is told to those who do. */
export function project(accounts: Accounts): RouteHandler {
  return ({params, identity, lake}) => {
    requireProject(lake, params)
    return Response.json(projectOf(lake, accounts, identity))
  }
}

/** `GET /v…/projects` → the one project there is. `includeMembers=false` leaves out who works on it. */
export function projects(accounts: Accounts): RouteHandler {
  return ({url, identity, lake}) => {
    const {members, ...rest} = projectOf(lake, accounts, identity)
    return Response.json([url.searchParams.get('includeMembers') === 'false' ? rest : {...rest, members}])
  }
}

/** `GET /v…/projects/:project/grants`: rights beyond documents. The Studio offers nothing that would need one. */
export const projectGrants: RouteHandler = ({params, lake}) => {
  requireProject(lake, params)
  return Response.json({})
}

/** `GET /v…/projects/:project/roles`. */
export const projectRoles: RouteHandler = ({params, lake}) => {
  requireProject(lake, params)
  return Response.json(
    allRoles.map((role) => ({...role, appliesToUsers: true, appliesToRobots: true, isCustom: false})),
  )
}

/**
 * `GET /v…/features`: of the paid features of the hosted lake only the one without which the Studio draws itself anew
 * around an offer to buy it, and forgets what was typed before this answer. Comments themselves are off in its settings.
 */
export const features: RouteHandler = () => Response.json(['studioComments'])

/** `GET /v…/projects/:project/user-applications`: the Studio is the site's own, registered nowhere. */
export const userApplications: RouteHandler = () => Response.json([])

/** `GET /v…/access/requests/me`: nobody asks for access here; an administrator adds accounts. */
export const accessRequests: RouteHandler = () => Response.json([])

/** @throws {NotFoundError} 404, for a project other than the lake's. */
export function requireProject(lake: Lake, params: Record<string, string>): void {
  if (params.project !== lake.projectId) throw new NotFoundError(`There is no project "${params.project}" here`)
}

/** The dataset of the path. @throws {DatasetNotFoundError} 404. */
export function requireDataset(lake: Lake, params: Record<string, string>): string {
  const dataset = params.dataset ?? ''
  if (!lake.store.datasets().includes(dataset)) throw new DatasetNotFoundError(dataset)
  return dataset
}

function projectOf({projectId}: Lake, accounts: Accounts, identity: Identity | null) {
  const users = identity ? accounts.users() : []
  return {
    id: projectId,
    displayName: projectId,
    studioHost: null,
    organizationId: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    activityFeedEnabled: false,
    createdAt: null,
    metadata: {},
    features: [],
    members: users.map(({id, role}) => ({
      id,
      role,
      roles: [roleOf(role)],
      isCurrentUser: id === identity?.id,
      isRobot: false,
    })),
  }
}
