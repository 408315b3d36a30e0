import {isPrivateId} from '../documents/ids.ts'
import {DatasetNotFoundError} from '../errors.ts'
import type {LakeDocument} from '../store/store.ts'
import type {RouteHandler} from './route.ts'
import {longBody} from './longBody.ts'

/**
 * `GET /v…/data/export/:dataset?types=a,b` → one document a line. Private documents only for who is signed in.
 *
 * @throws {DatasetNotFoundError} 404.
 */
export const exportDataset: RouteHandler = ({url, params, identity, lake}) => {
  const dataset = params.dataset ?? ''
  const documents = lake.store.documents(dataset)
  if (!documents) throw new DatasetNotFoundError(dataset)
  const types = url.searchParams.get('types')?.split(',')
  const visible = [...documents.values()].filter(
    ({_id, _type}) => (identity !== null || !isPrivateId(_id)) && (!types || types.includes(_type)),
  )
  return new Response(longBody(lines(visible)), {
    headers: {'content-type': 'application/x-ndjson', 'cache-control': 'no-store'},
  })
}

function* lines(documents: readonly LakeDocument[]): Generator<string> {
  for (const document of documents) yield `${JSON.stringify(document)}\n`
}
