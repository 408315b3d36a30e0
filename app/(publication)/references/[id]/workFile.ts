import {referenceId} from '@/app/(publication)/references/referenceId'
import {citeFile, type FileFormat} from '@/lib/citations/exports/articleFiles'
import {ContentUnavailableError} from '@/sanity/errors'
import {readWork} from '@/sanity/libraryReaders'
import {readSettings} from '@/sanity/readers'

/** The handler of a work's file: for reference managers, or how to cite it. 404 for a work that nothing published cites. */
export function workFile(format: FileFormat) {
  return async function GET(_: Request, {params}: {params: Promise<{id: string}>}): Promise<Response> {
    try {
      const id = referenceId((await params).id)
      const work = id ? await readWork(id) : null
      if (!id || !work) return plain(404, 'There is no such work.')
      // What reference managers take is the same in every language, and stays when settings change.
      const language = format === 'txt' ? (await readSettings()).language : ''
      const {body, mediaType} = citeFile(work, format, language)
      const shown = format === 'txt' ? 'inline' : 'attachment'
      const headers = {'content-type': mediaType, 'content-disposition': `${shown}; filename="${id}.${format}"`}
      return new Response(body, {headers})
    } catch (error) {
      if (!(error instanceof ContentUnavailableError)) throw error
      return plain(503, 'This cannot be had at the moment. Try again in a minute.')
    }
  }
}

function plain(status: number, text: string): Response {
  return new Response(`${text}\n`, {status, headers: {'content-type': 'text/plain; charset=utf-8'}})
}
