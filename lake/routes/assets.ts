import type {Assets, Upload} from '../assets/assets.ts'
import {UnauthorizedError} from '../errors.ts'
import type {RouteContext, RouteHandler} from '../server.ts'
import {requireDataset} from './projects.ts'

const ATTRIBUTES = ['label', 'title', 'description', 'creditLine'] as const

/**
 * `POST /v…/assets/images/:dataset?filename=…`, the body being the image → `{document}`.
 * The same bytes give the same document.
 */
export function uploadImage(assets: Assets): RouteHandler {
  return async (context) => Response.json({document: await assets.uploadImage(uploadOf(context))})
}

/** `POST /v…/assets/files/:dataset?filename=…` → `{document}`. */
export function uploadFile(assets: Assets): RouteHandler {
  return async (context) => Response.json({document: await assets.uploadFile(uploadOf(context))})
}

function uploadOf({request, url, params, identity, lake}: RouteContext): Upload {
  if (!identity) throw new UnauthorizedError()
  const search = url.searchParams
  const attributes: Record<string, unknown> = {}
  for (const name of ATTRIBUTES) if (search.get(name)) attributes[name] = search.get(name)
  const source = {id: search.get('sourceId'), name: search.get('sourceName'), url: search.get('sourceUrl')}
  if (source.id) attributes.source = {_type: 'sanity.assetSourceData', ...source}
  return {
    lake,
    dataset: requireDataset(lake, params),
    author: identity.id,
    body: request.body,
    filename: plainName(search.get('filename')),
    attributes,
  }
}

/** The last part of what the browser called it, without control characters. */
function plainName(name: string | null): string | null {
  const plain = (name ?? '')
    .replace(/^.*[\\/]/, '')
    .replace(/\p{Cc}/gu, '')
    .slice(0, 255)
  return plain || null
}
