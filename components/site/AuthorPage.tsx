import {ProfileLinks} from '@/components/article/ProfileLinks'
import {Picture} from '@/components/portable-text/Picture'
import {PlainText} from '@/components/portable-text/PlainText'
import type {DateSettings} from '@/lib/dates/formatDate'
import type {AuthorPage as AuthorPageValue} from '@/sanity/queries/authorPage'

import {Contents} from './Contents'
import {Remainder} from './Remainder'

export function AuthorPage({author, settings}: {author: AuthorPageValue; settings: DateSettings}) {
  const {name, role, affiliation, portrait, bio, articles, articleCount} = author
  return (
    <>
      <header className="page-header author-header">
        {portrait && (
          <Picture image={portrait} alt={portrait.alt} widths={[160, 320, 480]} sizes="10rem" ratio={1} eager />
        )}
        <div>
          <h1>{name}</h1>
          {(role || affiliation) && <p className="meta">{[role, affiliation].filter(Boolean).join(' · ')}</p>}
          <div className="bio">
            <PlainText value={bio} />
          </div>
          <ProfileLinks author={author} />
        </div>
      </header>
      {articles.length > 0 && (
        <section aria-labelledby="articles">
          <h2 className="section-title" id="articles">
            Articles
          </h2>
          <Contents articles={articles} settings={settings} headingLevel={3} />
          <Remainder shown={articles.length} total={articleCount} />
        </section>
      )}
    </>
  )
}
