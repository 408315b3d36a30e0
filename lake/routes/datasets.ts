import {z} from 'zod'

import {isDatasetName} from '../documents/datasetName.ts'
import {BadRequestError, DatasetExistsError} from '../errors.ts'
import type {RouteHandler} from './route.ts'
import {parseOptionalBody} from './body.ts'
import {requireDataset, requireProject} from './projects.ts'

const datasetOptions = z.object({aclMode: z.string().optional()})

/** `GET /v…/projects/:project/datasets`. There are no add-on datasets, such as the one for comments. */
export const datasets: RouteHandler = ({url, params, lake}) => {
  if (params.project !== undefined) requireProject(lake, params)
  const wantsAddOns =
    url.searchParams.has('addonFor') || (url.searchParams.get('datasetProfile') ?? 'content') !== 'content'
  return Response.json(wantsAddOns ? [] : lake.store.datasets().map(datasetOf))
}

/**
 * `PUT /v…/projects/:project/datasets/:dataset` with `{aclMode?}` creates a dataset.
 *
 * @throws {BadRequestError} 400 for a bad name, and for a dataset that is not public. @throws {DatasetExistsError} 409.
 */
export const createDataset: RouteHandler = async ({request, params, lake}) => {
  if (params.project !== undefined) requireProject(lake, params)
  const name = params.dataset ?? ''
  if (!isDatasetName(name)) throw new BadRequestError(`"${name}" is not a dataset name: use a–z, 0–9, - and _`)
  await requirePublic(request)
  if (lake.store.datasets().includes(name)) throw new DatasetExistsError(name)
  lake.store.createDataset(name)
  return Response.json(modifiedDataset(name))
}

/** `PATCH /v…/projects/:project/datasets/:dataset` with `{aclMode?}`: there is nothing to be changed. @throws 400, 404. */
export const editDataset: RouteHandler = async ({request, params, lake}) => {
  if (params.project !== undefined) requireProject(lake, params)
  const name = requireDataset(lake, params)
  await requirePublic(request)
  return Response.json(modifiedDataset(name))
}

/** `GET /v…/projects/:project/datasets/:dataset/settings/embeddings`: there are none. @throws {DatasetNotFoundError} 404. */
export const embeddingsSettings: RouteHandler = ({params, lake}) => {
  if (params.project !== undefined) requireProject(lake, params)
  requireDataset(lake, params)
  return Response.json({enabled: false, status: 'disabled'})
}

/** Whoever wants a private dataset must not be given a public one. @throws {BadRequestError} 400. */
async function requirePublic(request: Request): Promise<void> {
  const {aclMode} = await parseOptionalBody(request, datasetOptions)
  if (aclMode === undefined || aclMode === 'public') return
  throw new BadRequestError(
    'Every dataset is public here; private are its drafts, and all documents with a dot in the id',
  )
}

function modifiedDataset(datasetName: string) {
  return {datasetName, aclMode: 'public', description: null}
}

function datasetOf(name: string) {
  return {
    name,
    aclMode: 'public',
    createdAt: null,
    createdByUserId: null,
    addonFor: null,
    datasetProfile: 'content',
    features: [],
    tags: [],
  }
}
