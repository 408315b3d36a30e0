import type {Assets, Upload} from '../assets/assets.ts'
import {readDescription} from '../assets/upload.ts'
import {UnauthorizedError} from '../errors.ts'
import type {RouteContext, RouteHandler} from './route.ts'
import {requireDataset} from './projects.ts'

/**
 * `POST /v…/assets/images/:dataset?filename=…&meta=…`, the body being the image → `{document}`.
 * The same bytes give the same document.
 *
 * @see https://www.sanity.io/docs/http-reference/assets
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
  return {
    ...readDescription(url.searchParams),
    lake,
    dataset: requireDataset(lake, params),
    author: identity.id,
    body: request.body,
    contentType: request.headers.get('content-type'),
  }
}
