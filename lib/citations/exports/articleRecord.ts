import {addressOf} from '@/lib/addresses/addressOf'
import {toContributor} from '@/lib/bylines/toContributor'
import {machineDate} from '@/lib/dates/formatDate'
import type {PublicationKind} from '@/lib/vocabularies/publicationKinds'

import type {ContributorRecord, IssuedRecord, ReferenceRecord} from '@/lib/citations/reference'
import type {ReferenceType} from '@/lib/citations/referenceTypes'
import {literalTitle} from '@/lib/citations/richText'

interface CitableArticle {
  _id: string
  title: string
  slug: string
  /** ISO 8601. */
  publishedAt: string | null
  /** Byline order. */
  authors: readonly {role: string; author: {name: string; familyName?: string | null}}[]
}

interface Publication {
  name: string
  publicationKind: PublicationKind
  /** IANA. */
  timeZone: string
  /** BCP 47. */
  language: string
  /** The public origin, without a slash at the end. */
  siteUrl: string
}

const TYPES: Record<PublicationKind, ReferenceType> = {
  journal: 'article-journal',
  magazine: 'article-magazine',
  newspaper: 'article-newspaper',
  blog: 'post-weblog',
}

/**
 * An article of the publication as a reference to it: authors in byline order, the day of publication where the
 * publication is, and the canonical address. A headline has no markup. Derived, never stored.
 */
export function articleRecord(article: CitableArticle, publication: Publication): ReferenceRecord {
  const {name, publicationKind, language, siteUrl} = publication
  return {
    _id: article._id,
    type: TYPES[publicationKind],
    title: literalTitle(article.title),
    containerTitle: name,
    author: namesOf(article, 'author') ?? namesOf(article, 'interviewer'),
    translator: namesOf(article, 'translator'),
    issued: issuedOn(article.publishedAt, publication),
    url: siteUrl + addressOf('article', article.slug),
    language,
  }
}

function namesOf({authors}: CitableArticle, wanted: string): ContributorRecord[] | null {
  const names = authors
    .filter(({role}) => role === wanted)
    .map(({author}) => toContributor(author.name, author.familyName))
  return names.length > 0 ? names : null
}

function issuedOn(publishedAt: string | null, {timeZone}: Publication): IssuedRecord {
  const [year, month, day] = machineDate(publishedAt ?? '', {timeZone})
    .split('-')
    .map(Number)
  return year ? {status: 'dated', year, month, day} : {status: 'nd'}
}
