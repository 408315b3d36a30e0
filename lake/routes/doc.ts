import {isPrivateId} from '../documents/ids.ts'
import {DatasetNotFoundError} from '../errors.ts'
import type {RouteHandler} from '../server.ts'

/**
 * `GET /v{date}/data/doc/{dataset}/{id,id…}` → `{documents, omitted}`, in the order of the store, whatever the perspective.
 *
 * Anonymous readers are told `permission` for ids with a dot, whether or not the document exists.
 *
 * @throws {DatasetNotFoundError} 404.
 * @see https://www.sanity.io/docs/http-reference/doc
 */
export const doc: RouteHandler = ({url, params, identity, lake}) => {
  const stored = lake.store.documents(params.dataset ?? '')
  if (!stored) throw new DatasetNotFoundError(params.dataset ?? '')
  const ids = (params.ids ?? '').split(',').filter(Boolean)
  const forbidden = ids.filter((id) => !identity && isPrivateId(id))
  const allowed = ids.filter((id) => identity || !isPrivateId(id))
  const documents = allowed.flatMap((id) => stored.get(id) ?? [])
  return Response.json({
    documents: url.searchParams.get('excludeContent') === 'true' ? [] : documents,
    omitted: [
      ...forbidden.map((id) => ({id, reason: 'permission'})),
      ...allowed.filter((id) => !stored.has(id)).map((id) => ({id, reason: 'existence'})),
    ],
  })
}
