import {BookIcon} from '@sanity/icons/Book'
import {CopyIcon} from '@sanity/icons/Copy'
import {EditIcon} from '@sanity/icons/Edit'
import {UnlinkIcon} from '@sanity/icons/Unlink'
import type {StructureBuilder} from 'sanity/structure'

import {referenceTypes} from '@/lib/citations/referenceTypes'
import {API_VERSION} from '@/sanity/env'

import {changedFilter} from './draftFilters'
import {PossibleDuplicates} from './works/PossibleDuplicates'
import {UnusedReferences} from './works/UnusedReferences'

const byTitle = [{field: 'title', direction: 'asc' as const}]

/** References, whole and by type. */
export function referencesItem(S: StructureBuilder) {
  return S.listItem()
    .id('references')
    .title('References')
    .icon(BookIcon)
    .child(
      S.list()
        .id('references')
        .title('References')
        .items([
          S.listItem()
            .id('all')
            .title('All references')
            .icon(BookIcon)
            .child(
              S.documentTypeList('bibliographicReference').id('all').title('All references').defaultOrdering(byTitle),
            ),
          S.listItem()
            .id('drafts')
            .title('Drafts and changes')
            .icon(EditIcon)
            .child(
              referenceList(S, 'drafts', 'Drafts and changes').filter(
                `_type == "bibliographicReference" && ${changedFilter}`,
              ),
            ),
          S.listItem()
            .id('unused')
            .title('Not cited anywhere')
            .icon(UnlinkIcon)
            .child(
              S.component(UnusedReferences)
                .id('unused')
                .title('Not cited anywhere')
                .child((id) => referenceForm(S, id)),
            ),
          S.listItem()
            .id('duplicates')
            .title('Possible duplicates')
            .icon(CopyIcon)
            .child(
              S.component(PossibleDuplicates)
                .id('duplicates')
                .title('Possible duplicates')
                .child((id) => referenceForm(S, id)),
            ),
          S.divider(),
          ...referenceTypes.map(({value, title}) =>
            S.listItem()
              .id(value)
              .title(title)
              .icon(BookIcon)
              .child(
                referenceList(S, value, title)
                  .filter('_type == "bibliographicReference" && type == $type')
                  .params({type: value})
                  .initialValueTemplates([S.initialValueTemplateItem('reference-of-type', {type: value})]),
              ),
          ),
        ]),
    )
}

function referenceForm(S: StructureBuilder, id: string) {
  return S.document().schemaType('bibliographicReference').documentId(id)
}

function referenceList(S: StructureBuilder, id: string, title: string) {
  return S.documentList()
    .id(id)
    .title(title)
    .schemaType('bibliographicReference')
    .apiVersion(API_VERSION)
    .defaultOrdering(byTitle)
}
