import type {Assets} from '../assets/assets.ts'
import {parseFileName} from '../assets/names.ts'
import {sendFile} from '../assets/sendFile.ts'
import {fileType} from '../assets/sniff.ts'
import {NotFoundError} from '../errors.ts'
import type {RouteHandler} from '../server.ts'
import {downloadHeaders} from './images.ts'
import {requireProject} from './projects.ts'

const SHOWN_IN_PLACE = /^(?:image|audio|video)\/|^text\/(?:plain|vtt)/

/** `GET /files/:project/:dataset/:file` → the file as uploaded; what a browser might run is a download. @throws 404. */
export function file(assets: Assets): RouteHandler {
  return ({request, url, params, lake}) => {
    requireProject(lake, params)
    const {dataset = '', file = ''} = params
    const name = parseFileName(file)
    const path = assets.filePath(dataset, file)
    if (!name || !path) throw new NotFoundError(`There is no file ${file}`)
    const contentType = fileType(name.extension)
    const disposition = SHOWN_IN_PLACE.test(contentType) ? {} : downloadHeaders(new URLSearchParams('dl'), file)
    return sendFile(path, {
      request,
      contentType,
      etag: `"${name.sha1}"`,
      headers: {...disposition, ...downloadHeaders(url.searchParams, file), 'x-sanity-sha1': name.sha1},
    })
  }
}
