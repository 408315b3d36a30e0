import {referenceId} from '@/app/(publication)/references/referenceId'
import {FILE_FORMATS} from '@/lib/citations/exports/articleFiles'
import {ContentUnavailableError} from '@/sanity/errors'
import {readWork} from '@/sanity/libraryReaders'

/** The handler of a work's file for reference managers. 404 for a work that nothing published cites. */
export function workFile(format: keyof typeof FILE_FORMATS) {
  return async function GET(_: Request, {params}: {params: Promise<{id: string}>}): Promise<Response> {
    try {
      const id = referenceId((await params).id)
      const work = id ? await readWork(id) : null
      if (!id || !work) return plain(404, 'There is no such work.')
      const {mediaType, write} = FILE_FORMATS[format]
      const headers = {'content-type': mediaType, 'content-disposition': `attachment; filename="${id}.${format}"`}
      return new Response(write([work]), {headers})
    } catch (error) {
      if (!(error instanceof ContentUnavailableError)) throw error
      return plain(503, 'This cannot be had at the moment. Try again in a minute.')
    }
  }
}

function plain(status: number, text: string): Response {
  return new Response(`${text}\n`, {status, headers: {'content-type': 'text/plain; charset=utf-8'}})
}
