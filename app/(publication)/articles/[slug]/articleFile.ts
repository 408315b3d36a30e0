import {articleRecord} from '@/lib/citations/exports/articleRecord'
import {citeWorks} from '@/lib/citations/citing/citeWorks'
import {
  citeFile,
  contentDisposition,
  referencesFile,
  schoolFile,
  type ArticleFile,
  type FileEnding,
  type FileFormat,
  type FileSubject,
} from '@/lib/citations/exports/articleFiles'
import type {SchoolStyle} from '@/lib/citations/exports/citeTexts'
import {schoolList} from '@/lib/citations/exports/schoolList'
import {slugParam, type SlugProps} from '@/app/(publication)/slugParam'
import {ContentUnavailableError} from '@/sanity/errors'
import type {Article} from '@/sanity/queries/article'
import type {Settings} from '@/sanity/queries/settings'
import {readPublishedArticle, readPublishedSettings} from '@/sanity/readers'
import {serverEnv} from '@/sanity/serverEnv'

/** The handler of one file of an article: how to cite it, or the works that it refers to, in one format. */
export function articleFile(subject: FileSubject, format: FileFormat) {
  return fileHandler({subject, ending: format}, (article, settings) => {
    const {citationStyle: style, language} = settings
    if (subject === 'cite') {
      return citeFile(articleRecord(article, {...settings, siteUrl: serverEnv().siteUrl}), format, language)
    }
    return referencesFile(citeWorks(article, article.references, {style, language}).entries, article.references, format)
  })
}

/** The handler of the list of an article's works in a style that schools ask for. */
export function schoolListFile(school: SchoolStyle) {
  return fileHandler({subject: 'references', ending: `${school}.txt`}, (article, {language}) =>
    schoolFile(schoolList(article, article.references, {school, language})),
  )
}

/** Published content only, kept and found stale exactly as the article's page is. 404 for an article that is not there. */
function fileHandler(
  {subject, ending}: {subject: FileSubject; ending: FileEnding},
  fileOf: (article: Article, settings: Settings) => ArticleFile,
) {
  return async function GET(_: Request, props: SlugProps): Promise<Response> {
    try {
      const slug = await slugParam(props)
      const [article, settings] = await Promise.all([readPublishedArticle(slug), readPublishedSettings()])
      if (!article) return plain(404, 'There is no such article.')
      const {body, mediaType} = fileOf(article, settings)
      const headers = {'content-type': mediaType, 'content-disposition': contentDisposition(slug, subject, ending)}
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
