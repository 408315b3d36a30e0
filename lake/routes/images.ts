import type {Assets} from '../assets/assets.ts'
import {parseImageName} from '../assets/names.ts'
import {sendFile} from '../assets/sendFile.ts'
import {imageTypes, type ImageExtension} from '../assets/sniff.ts'
import {readTransform, type Transform} from '../assets/transformParams.ts'
import {NotFoundError} from '../errors.ts'
import type {RouteHandler} from '../server.ts'
import {requireProject} from './projects.ts'

/**
 * `GET /images/:project/:dataset/:file` → the image, transformed as the parameters ask, without metadata.
 * `dlRaw=true` gives somebody who is signed in the bytes as they were uploaded.
 *
 * @throws {NotFoundError} 404. @throws {BadRequestError} 400, for a parameter out of range.
 * @see https://www.sanity.io/docs/apis-and-sdks/image-urls
 */
export function image(assets: Assets): RouteHandler {
  return async ({request, url, params, identity, lake}) => {
    requireProject(lake, params)
    const {dataset = '', file = ''} = params
    const name = parseImageName(file)
    const original = assets.imagePath(dataset, file)
    const extension = extensionNamed(name?.extension)
    if (!name || !original || !extension) throw new NotFoundError(`There is no image ${file}`)
    const {searchParams} = url
    const headers = downloadHeaders(searchParams, file)

    if (identity && searchParams.get('dlRaw') === 'true')
      return sendFile(original, {
        request,
        contentType: imageTypes[extension],
        etag: `"${name.sha1}"`,
        headers: {...headers, 'cache-control': 'private, no-store', 'x-sanity-sha1': name.sha1},
      })

    const transform = readTransform(searchParams)
    const group = `${dataset}/${file.replace(/\.\w+$/, '')}`
    const format = transform ? formatFor(transform, {extension, accept: request.headers.get('accept')}) : extension
    const path = transform
      ? await assets.variants.variant(original, {...transform, group, format})
      : await assets.variants.clean(original, {group, format})
    return sendFile(path, {
      request,
      contentType: imageTypes[format],
      etag: `"${name.sha1}-${path.split(/[\\/]/).at(-1)}"`,
      headers: {...headers, ...(transform?.isAutomatic && {vary: 'Accept'})},
    })
  }
}

/** AVIF takes seconds of one's own processor, so `auto=format` stops at WebP; `fm=avif` still gives it. */
function formatFor(
  {format, isAutomatic}: Transform,
  {extension, accept}: {extension: ImageExtension; accept: string | null},
): ImageExtension {
  if (format) return format
  return isAutomatic && accept?.includes('image/webp') ? 'webp' : extension
}

function extensionNamed(name: string | undefined): ImageExtension | null {
  if (name === 'jpg' || name === 'png' || name === 'webp' || name === 'gif' || name === 'avif') return name
  return null
}

/** `?dl` or `?dl=name` makes the browser save the file. */
export function downloadHeaders(search: URLSearchParams, file: string): Record<string, string> {
  if (!search.has('dl')) return {}
  return {'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(search.get('dl') || file)}`}
}
