import {PublicationDate} from '@/components/article/PublicationDate'
import {PageHeader} from '@/components/site/PageHeader'
import {addressOf} from '@/lib/addresses/addressOf'
import {bylineText} from '@/lib/bylines/byline'
import {listEntry} from '@/lib/citations/entries/listEntry'
import {toWork} from '@/lib/library/work'
import type {Settings} from '@/sanity/queries/settings'
import type {CitedWork, CitingText} from '@/sanity/queries/work'

import {WorkFacts} from './WorkFacts'

interface WorkPageProps {
  work: CitedWork
  settings: Settings
}

/** A cited work: its entry as articles print it, where to find it, and where it is cited. */
export function WorkPage({work, settings}: WorkPageProps) {
  const {citedIn} = work
  const {title, typeTitle} = toWork(work, citedIn.length)
  const {html} = listEntry(work, {style: settings.citationStyle, language: settings.language})
  return (
    <article className="work-page">
      <PageHeader
        kind={
          <>
            <a href="/references">References</a> <span>{typeTitle}</span>
          </>
        }
        title={title}
      />
      <p className="work-entry" dangerouslySetInnerHTML={{__html: html}} dir="auto" />
      <WorkFacts settings={settings} work={work} />
      <section aria-labelledby="cited-in">
        <h2 className="section-title" id="cited-in">
          {citedIn.length === 0 ? 'Not cited in anything published' : 'Cited in'}
        </h2>
        <ul className="stories-contents">
          {citedIn.map(({_id, _type, title, slug, publishedAt, authors}) => (
            <li key={_id}>
              <div className="story story-line">
                <div className="story-text">
                  <h3>
                    <a href={addressOf(_type, slug)}>{title}</a>
                  </h3>
                  <Names contributions={authors} />
                </div>
                <p className="meta card-meta">
                  {publishedAt ? <PublicationDate instant={publishedAt} settings={settings} /> : 'Page'}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </article>
  )
}

function Names({contributions}: {contributions: CitingText['authors']}) {
  const names = bylineText((contributions ?? []).filter(({role}) => role === 'author'))
  return names ? <p className="meta">{names}</p> : null
}
