import type {Assets} from '../assets/assets.ts'
import {attachment} from '../assets/disposition.ts'
import {fileNames, parseFileName} from '../assets/names.ts'
import {sendFile} from '../assets/sendFile.ts'
import {fileType} from '../assets/sniff.ts'
import {NotFoundError} from '../errors.ts'
import type {RouteHandler} from './route.ts'
import {downloadHeaders, uploadedName} from './download.ts'
import {requireProject} from './projects.ts'

const SHOWN_IN_PLACE = /^(?:image|audio|video)\/|^text\/(?:plain|vtt)/

/**
 * `GET /files/:project/:dataset/:file` → the file; what a browser might run is a download. It is as uploaded, except
 * that photographs tell nobody where they were taken; `dlRaw=true` gives somebody who is signed in the very bytes.
 *
 * @throws {NotFoundError} 404.
 */
export function file(assets: Assets): RouteHandler {
  return async ({request, url, params, identity, lake}) => {
    requireProject(lake, params)
    const {dataset = '', file: fileName = ''} = params
    const name = parseFileName(fileName)
    const names = name && fileNames(name)
    const source = names && assets.find(lake, dataset, {kind: 'files', ...names})
    if (!name || !names || !source) throw new NotFoundError(`There is no file ${fileName}`)

    const {searchParams} = url
    const asset = lake.store.documents(dataset)?.get(names.documentId)
    const contentType = fileType(name.extension)
    const inPlace = SHOWN_IN_PLACE.test(contentType)
    const options = {
      request,
      contentType,
      headers: {
        ...(!inPlace && {'content-disposition': attachment(uploadedName(asset) ?? fileName)}),
        ...downloadHeaders(searchParams, asset, fileName),
      },
    }
    const wantsRaw = identity !== null && searchParams.get('dlRaw') === 'true'
    const picture = wantsRaw ? null : await assets.pictureIn(source)
    if (picture) {
      const original = {source, group: `${dataset}/${name.sha1}`, lane: identity ? 'editors' : 'readers'} as const
      return sendFile(() => assets.variants.cleaned(original, picture), {...options, etag: `"${name.sha1}-clean"`})
    }
    return sendFile(async () => source, {
      ...options,
      etag: `"${name.sha1}"`,
      headers: {
        ...options.headers,
        ...(wantsRaw && {'cache-control': 'private, no-store'}),
        'x-sanity-sha1': name.sha1,
      },
    })
  }
}
