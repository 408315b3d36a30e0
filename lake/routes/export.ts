import {isPrivateId} from '../documents/ids.ts'
import {DatasetNotFoundError} from '../errors.ts'
import type {LakeDocument} from '../store/store.ts'
import type {RouteHandler} from '../server.ts'

const CHUNK = 100

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
  return new Response(lines(visible), {
    headers: {'content-type': 'application/x-ndjson', 'cache-control': 'no-store'},
  })
}

/** In pieces as they are asked for, so that a large dataset is never one string. */
function lines(documents: LakeDocument[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let at = 0
  return new ReadableStream({
    pull(controller) {
      const chunk = documents.slice(at, at + CHUNK)
      at += CHUNK
      if (chunk.length > 0)
        controller.enqueue(encoder.encode(chunk.map((document) => `${JSON.stringify(document)}\n`).join('')))
      else controller.close()
    },
  })
}
