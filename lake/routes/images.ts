import type {Assets} from '../assets/assets.ts'
import {isHeavy} from '../assets/geometry.ts'
import {imageNames, parseImageName} from '../assets/names.ts'
import {chooseFormat} from '../assets/negotiate.ts'
import {sendFile, type SendOptions} from '../assets/sendFile.ts'
import {imageTypes} from '../assets/sniff.ts'
import {readTransform} from '../assets/transformParams.ts'
import {variantName} from '../assets/variants.ts'
import {NotFoundError} from '../errors.ts'
import type {RouteHandler} from './route.ts'
import {downloadHeaders} from './download.ts'
import {requireProject} from './projects.ts'

/** A drawing may use its own styles and pictures, and run nothing. */
const DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox"

/**
 * `GET /images/:project/:dataset/:file` → the image, transformed as the parameters ask, without metadata.
 * An SVG is never transformed. `dlRaw=true` gives somebody who is signed in the bytes as they were uploaded.
 *
 * @throws {NotFoundError} 404. @throws {BadRequestError} 400, for a parameter out of range.
 * @throws {BusyError} 429, when too many images are being made.
 * @see https://www.sanity.io/docs/apis-and-sdks/image-urls
 */
export function image(assets: Assets): RouteHandler {
  return async ({request, url, params, identity, lake}) => {
    requireProject(lake, params)
    const {dataset = '', file = ''} = params
    const name = parseImageName(file)
    const names = name && imageNames(name)
    const source = names && assets.find(lake, dataset, {kind: 'images', ...names})
    if (!name || !names || !source) throw new NotFoundError(`There is no image ${file}`)

    const {searchParams} = url
    const {sha1, extension} = name
    const asset = lake.store.documents(dataset)?.get(names.documentId)
    const options = {request, contentType: imageTypes[extension], headers: downloadHeaders(searchParams, asset, file)}
    if (identity && searchParams.get('dlRaw') === 'true') return sendRaw(source, {...options, sha1})

    const {variants} = assets
    const group = `${dataset}/${file.replace(/\.\w+$/, '')}`
    const wish = readTransform(searchParams)
    if (extension === 'svg' || !wish) {
      const lane = identity ? 'editors' : 'readers'
      return sendFile(() => variants.cleaned({source, group, lane}, extension), {
        ...options,
        etag: `"${sha1}-original"`,
        headers: {...options.headers, ...(extension === 'svg' && {'content-security-policy': DRAWING_POLICY})},
      })
    }

    const frames = extension === 'gif' || extension === 'webp' ? await variants.frames(source) : 1
    const format = chooseFormat({...name, extension, frames}, wish, request.headers.get('accept'))
    const {format: _, isAutomatic, ...transform} = wish
    const lane = identity ? 'editors' : isHeavy(name, transform) ? 'heavy' : 'readers'
    return sendFile(() => variants.transformed({source, group, lane}, transform, format), {
      ...options,
      contentType: imageTypes[format],
      etag: `"${sha1}-${variantName(transform, format)}"`,
      headers: {...options.headers, ...(isAutomatic && {vary: 'Accept'})},
    })
  }
}

function sendRaw(source: string, {sha1, headers, ...options}: Omit<SendOptions, 'etag'> & {sha1: string}) {
  return sendFile(async () => source, {
    ...options,
    etag: `"${sha1}"`,
    headers: {...headers, 'cache-control': 'private, no-store', 'x-sanity-sha1': sha1},
  })
}
