import {isPrivateId, publishedIdOf} from '../documents/ids.ts'
import {DatasetNotFoundError} from '../errors.ts'
import type {LakeDocument} from '../store/store.ts'
import type {RouteHandler} from './route.ts'
import {longBody} from './longBody.ts'

/**
 * `GET /v{date}/data/doc/{dataset}/{id,id…}` → `{documents, omitted}`, each once, in the order asked for, whatever the
 * perspective. With `includeAllVersions=true`, each id stands for the published document with its draft and versions.
 *
 * Anonymous readers are told `permission` for ids with a dot, whether or not the document exists.
 *
 * @throws {DatasetNotFoundError} 404.
 * @see https://www.sanity.io/docs/http-reference/doc
 */
export const doc: RouteHandler = ({url, params, identity, lake}) => {
  const stored = lake.store.documents(params.dataset ?? '')
  if (!stored) throw new DatasetNotFoundError(params.dataset ?? '')
  const asked = [...new Set((params.ids ?? '').split(',').filter(Boolean))]
  const ids = isOn(url, 'includeAllVersions') ? withVersions(asked, stored.keys()) : asked
  const forbidden = asked.filter((id) => !identity && isPrivateId(id))
  const allowed = ids.filter((id) => identity || !isPrivateId(id))
  const documents = allowed.flatMap((id) => stored.get(id) ?? [])
  const omitted = [
    ...forbidden.map((id) => ({id, reason: 'permission'})),
    ...allowed.filter((id) => !stored.has(id)).map((id) => ({id, reason: 'existence'})),
  ]
  const body = longBody(jsonOf(isOn(url, 'excludeContent') ? [] : documents, omitted))
  return new Response(body, {headers: {'content-type': 'application/json'}})
}

function* jsonOf(documents: readonly LakeDocument[], omitted: readonly unknown[]): Generator<string> {
  yield '{"documents":['
  for (const [index, document] of documents.entries()) yield `${index > 0 ? ',' : ''}${JSON.stringify(document)}`
  yield `],"omitted":${JSON.stringify(omitted)}}`
}

function withVersions(ids: string[], stored: Iterable<string>): string[] {
  const groups = new Set(ids.map(publishedIdOf))
  return [...stored].filter((id) => groups.has(publishedIdOf(id))).sort()
}

function isOn(url: URL, name: string): boolean {
  return url.searchParams.get(name) === 'true'
}
