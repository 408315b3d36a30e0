import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {EditIcon} from '@sanity/icons/Edit'
import {PublishIcon} from '@sanity/icons/Publish'
import {StackIcon} from '@sanity/icons/Stack'
import {TagIcon} from '@sanity/icons/Tag'
import {UserIcon} from '@sanity/icons/User'
import type {StructureBuilder} from 'sanity/structure'

import {API_VERSION} from '@/sanity/env'

import {changedFilter, unchangedFilter} from './draftFilters'

const newestFirst = [{field: 'publishedAt', direction: 'desc' as const}]
const oldestFirst = [{field: 'publishedAt', direction: 'asc' as const}]
const lastEditedFirst = [{field: '_updatedAt', direction: 'desc' as const}]

/** Articles, whole and in the ways an editor looks for one. */
export function articlesItem(S: StructureBuilder) {
  return S.listItem()
    .id('articles')
    .title('Articles')
    .icon(DocumentTextIcon)
    .child(
      S.list()
        .id('articles')
        .title('Articles')
        .items([
          S.listItem()
            .id('all')
            .title('All articles')
            .icon(DocumentTextIcon)
            .child(S.documentTypeList('article').id('all').title('All articles').defaultOrdering(newestFirst)),
          S.listItem()
            .id('drafts')
            .title('Drafts and changes')
            .icon(EditIcon)
            .child(
              articleList(S, 'drafts', 'Drafts and changes')
                .filter(`_type == "article" && ${changedFilter}`)
                .defaultOrdering(lastEditedFirst),
            ),
          S.listItem()
            .id('published')
            .title('Published, unchanged')
            .icon(PublishIcon)
            .child(
              articleList(S, 'published', 'Published, unchanged')
                .filter(`_type == "article" && ${unchangedFilter}`)
                .defaultOrdering(newestFirst),
            ),
          S.divider(),
          groupItem(S, {
            type: 'author',
            title: 'By author',
            icon: UserIcon,
            filter: '$id in authors[].author._ref',
            template: 'article-by-author',
          }),
          groupItem(S, {
            type: 'topic',
            title: 'By topic',
            icon: TagIcon,
            filter: '$id in topics[]._ref',
            template: 'article-in-topic',
          }),
          groupItem(S, {
            type: 'series',
            title: 'By series',
            icon: StackIcon,
            filter: 'series._ref == $id',
            template: 'article-in-series',
          }),
        ]),
    )
}

interface Group {
  type: 'author' | 'topic' | 'series'
  title: string
  icon: typeof UserIcon
  /** Which articles belong to the document `$id`. */
  filter: string
  /** Fills the field that `filter` reads when an article is created in the group. */
  template: string
}

function groupItem(S: StructureBuilder, {type, title, icon, filter, template}: Group) {
  return S.listItem()
    .id(`by-${type}`)
    .title(title)
    .icon(icon)
    .child(
      S.documentTypeList(type)
        .id(`by-${type}`)
        .title(title)
        .child((id) =>
          articleList(S, id, 'Articles')
            .filter(`_type == "article" && ${filter}`)
            .params({id})
            .defaultOrdering(type === 'series' ? oldestFirst : newestFirst)
            .initialValueTemplates([S.initialValueTemplateItem(template, {id})]),
        ),
    )
}

function articleList(S: StructureBuilder, id: string, title: string) {
  return S.documentList().id(id).title(title).schemaType('article').apiVersion(API_VERSION)
}
