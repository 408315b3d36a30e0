import type {Accounts} from '../accounts/accounts.ts'
import type {Route} from './route.ts'
import {accountsRoutes} from './accounts.ts'
import {acl} from './acl.ts'
import {authId, fetchToken, providers, signIn, signInForm, signOut} from './auth.ts'
import {createDataset, datasets, editDataset, embeddingsSettings} from './datasets.ts'
import {accessRequests, features, project, projectGrants, projectRoles, projects, userApplications} from './projects.ts'
import {sessionRoutes} from './sessions.ts'
import {tokenRoutes} from './tokens.ts'
import {me, readKeyValues, usersById, writeKeyValues} from './users.ts'

/** Signing in, users and projects, as the Studio asks for them. */
export function accountRoutes(accounts: Accounts): Route[] {
  return [
    ['GET', '/v*/auth/providers', 'anyone', providers],
    ['GET', '/v*/auth/login/local', 'anyone', signInForm],
    ['POST', '/v*/auth/login/local', 'anyone', signIn(accounts)],
    ['GET', '/v*/auth/fetch', 'anyone', fetchToken(accounts)],
    ['GET', '/v*/auth/id', 'viewer', authId],
    ['POST', '/v*/auth/logout', 'anyone', signOut(accounts)],
    ['GET', '/v*/users/me', 'anyone', me],
    ['GET', '/v*/users/me/keyvalue/:keys', 'viewer', readKeyValues(accounts)],
    ['PUT', '/v*/users/me/keyvalue', 'viewer', writeKeyValues(accounts)],
    ['GET', '/v*/users/:ids', 'viewer', usersById(accounts)],
    ['GET', '/v*/projects', 'viewer', projects(accounts)],
    ['GET', '/v*/projects/:project', 'anyone', project(accounts)],
    ['GET', '/v*/projects/:project/grants', 'viewer', projectGrants],
    ['GET', '/v*/projects/:project/roles', 'viewer', projectRoles],
    ['GET', '/v*/projects/:project/users/:ids', 'viewer', usersById(accounts)],
    ['GET', '/v*/projects/:project/datasets', 'viewer', datasets],
    ['GET', '/v*/datasets', 'viewer', datasets],
    ['PUT', '/v*/projects/:project/datasets/:dataset', 'administrator', createDataset],
    ['PUT', '/v*/datasets/:dataset', 'administrator', createDataset],
    ['PATCH', '/v*/projects/:project/datasets/:dataset', 'administrator', editDataset],
    ['PATCH', '/v*/datasets/:dataset', 'administrator', editDataset],
    ['GET', '/v*/projects/:project/datasets/:dataset/acl', 'anyone', acl],
    ['GET', '/v*/projects/:project/datasets/:dataset/settings/embeddings', 'viewer', embeddingsSettings],
    ['GET', '/v*/datasets/:dataset/settings/embeddings', 'viewer', embeddingsSettings],
    ['GET', '/v*/projects/:project/user-applications', 'viewer', userApplications],
    ['GET', '/v*/features', 'viewer', features],
    ['GET', '/v*/access/requests/me', 'viewer', accessRequests],
    ...sessionRoutes(accounts),
    ...accountsRoutes(accounts),
    ...tokenRoutes(accounts),
  ]
}
