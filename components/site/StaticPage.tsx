import {apparatusOf} from '@/components/article/apparatusOf'
import {Notes} from '@/components/article/Notes'
import {References} from '@/components/article/References'
import {ArticleBody} from '@/components/portable-text/ArticleBody'
import type {Page} from '@/sanity/queries/page'
import type {Settings} from '@/sanity/queries/settings'

/** A page that is no article: about, contact, imprint. */
export function StaticPage({page, settings}: {page: Page; settings: Settings}) {
  const apparatus = apparatusOf(page, settings)
  return (
    <article className="article">
      <header className="article-header">
        <h1>{page.title}</h1>
        {page.dek && <p className="dek">{page.dek}</p>}
      </header>
      <div className="prose">
        <ArticleBody value={page.body} apparatus={apparatus} />
      </div>
      <Notes apparatus={apparatus} />
      <References entries={apparatus.entries} />
    </article>
  )
}
