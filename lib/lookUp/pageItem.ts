import {hasOrganisationWord} from '@/lib/bibliography/line/organisations'
import {toBareDoi} from '@/lib/identifiers/doi'

import {linkedWork, type LinkedWork} from './linkedWork'
import type {PageMetadata} from './pageMetadata'

type Item = Record<string, unknown>

const MAX_AUTHORS = 500

/**
 * What a page says of itself, as CSL-JSON; the tags for scholarly indexes before JSON-LD, OpenGraph and the title.
 *
 * @see https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
export function pageItem(page: PageMetadata): Item {
  const {meta, title, language} = page
  const first = (...names: string[]) => names.flatMap((name) => meta.get(name) ?? []).find(Boolean)
  const linked = linkedWork(page.linkedData)
  const journal = first('citation_journal_title', 'prism.publicationname')
  const site = first('og:site_name', 'application-name') ?? linked?.publisher ?? linked?.partOf
  const [firstPage, lastPage] = [first('citation_firstpage'), first('citation_lastpage')]
  const doi = toBareDoi(first('citation_doi', 'dc.identifier', 'prism.doi') ?? '')
  const type = typeOf({
    journal,
    linked,
    isArticle: first('og:type') === 'article',
    hasBookTitle: Boolean(first('citation_inbook_title')),
  })
  const name =
    first('citation_title', 'dc.title', 'dcterms.title') ?? linked?.title ?? first('og:title', 'twitter:title')
  const whole = name ?? withoutSite(title, site)
  return {
    type,
    title: name && site ? withoutSite(name, site) : whole,
    'container-title': journal ?? first('citation_inbook_title') ?? site,
    publisher: journal
      ? undefined
      : first('citation_publisher', 'citation_dissertation_institution', 'citation_technical_report_institution'),
    volume: first('citation_volume'),
    issue: first('citation_issue'),
    page: firstPage && (lastPage && lastPage !== firstPage ? `${firstPage}–${lastPage}` : firstPage),
    ISBN: first('citation_isbn'),
    DOI: doi ?? undefined,
    language: languageOf(first('citation_language', 'dc.language') ?? linked?.language ?? language),
    author: authorsOf(page, linked, site),
    issued: issuedOf(
      first(
        'citation_publication_date',
        'citation_date',
        'citation_online_date',
        'dc.date',
        'dc.date.issued',
        'dcterms.issued',
        'article:published_time',
      ) ??
        linked?.date ??
        first('date', 'pubdate', 'publish-date'),
    ),
  }
}

interface Clues {
  journal: string | undefined
  linked: LinkedWork | null
  isArticle: boolean
  hasBookTitle: boolean
}

function typeOf({journal, linked, hasBookTitle}: Clues): string {
  const types = linked?.types ?? []
  if (journal || types.includes('ScholarlyArticle')) return 'article-journal'
  if (hasBookTitle) return 'chapter'
  if (types.some((type) => type.endsWith('NewsArticle'))) return 'article-newspaper'
  if (types.some((type) => type.endsWith('BlogPosting'))) return 'post-weblog'
  if (types.includes('Dataset')) return 'dataset'
  if (types.includes('Report')) return 'report'
  if (types.includes('VideoObject')) return 'motion_picture'
  return 'webpage'
}

function authorsOf({meta}: PageMetadata, linked: LinkedWork | null, site: string | undefined): Item[] | undefined {
  const tagged = ['citation_author', 'dc.creator', 'dcterms.creator'].map((name) => meta.get(name) ?? [])
  const scholarly = tagged
    .find((names) => names.length > 0)
    ?.flatMap((names) => names.split(/;\s*/))
    .slice(0, MAX_AUTHORS)
  if (scholarly) return scholarly.map((name) => nameOf(name, false))
  if (linked && linked.authors.length > 0) {
    return linked.authors.map(({name, isOrganisation}) => nameOf(name, isOrganisation || name === site))
  }
  const plain = [...(meta.get('author') ?? []), ...(meta.get('article:author') ?? [])].filter(
    (name) => !/^https?:|@/.test(name),
  )
  const names = (plain[0] ?? '')
    .replace(/^by /i, '')
    .split(/,? and |, (?=\S+ \S)|; /)
    .filter(Boolean)
  return names.length > 0 ? names.map((name) => nameOf(name, name === site)) : undefined
}

/** `Family, Given` or `Given Family`; a ministry, a newsroom or a single word is an organisation. */
function nameOf(text: string, isOrganisation: boolean): Item {
  const name = text.trim()
  if (isOrganisation || hasOrganisationWord(name) || !/[\s,]/.test(name)) return {literal: name}
  const [family, given] = name.split(/,\s*/)
  if (family && given) return {...familyOf(family), given}
  const [, before = '', last = name] =
    /^(.*?)\s+((?:(?:van|von|der|den|de|del|di|da|du|la|le|ter|ten)\s+)*\S+)$/i.exec(name) ?? []
  return {...familyOf(last), given: before}
}

function familyOf(text: string): Item {
  const [, particle, family = text] = /^((?:(?:van|von|der|den|de|del|di|da|du|ter|ten)\s+)+)(\S.*)$/.exec(text) ?? []
  return particle ? {family, 'non-dropping-particle': particle.trim()} : {family}
}

function issuedOf(text: string | undefined): Item | undefined {
  if (!text) return undefined
  const [, year, month, day] = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?/.exec(text) ?? []
  const parts = [year, month, day].flatMap((part) => (part ? [Number(part)] : []))
  return parts.length > 0 ? {'date-parts': [parts]} : {raw: text}
}

function languageOf(tag: string | null | undefined): string | undefined {
  return tag && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : undefined
}

/** Browsers' tabs read `Title | Site` or `Title - Site`. */
function withoutSite(title: string, site: string | undefined): string {
  if (!site) return title
  const at = title.toLowerCase().lastIndexOf(site.toLowerCase())
  const before = title.slice(0, Math.max(at, 0))
  return at > 0 && at + site.length >= title.length && /\s[|–—:·-]\s*$/.test(before)
    ? before.replace(/\s[|–—:·-]\s*$/, '')
    : title
}
