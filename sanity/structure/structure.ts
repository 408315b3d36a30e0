import {UserIcon} from '@sanity/icons/User'
import {DocumentIcon} from '@sanity/icons/Document'
import {TagIcon} from '@sanity/icons/Tag'
import {StackIcon} from '@sanity/icons/Stack'
import type {StructureResolver} from 'sanity/structure'

import {articlesItem} from './articles'
import {referencesItem} from './references'
import {settingsItem} from './settings'

/** The desk: what is written first, what it is filed under next, what holds for everything last. */
export const structure: StructureResolver = (S) =>
  S.list()
    .id('desk')
    .title('Content')
    .items([
      articlesItem(S),
      S.documentTypeListItem('author').title('Authors').icon(UserIcon),
      referencesItem(S),
      S.documentTypeListItem('topic').title('Topics').icon(TagIcon),
      S.documentTypeListItem('series').title('Series').icon(StackIcon),
      S.divider(),
      S.documentTypeListItem('page').title('Pages').icon(DocumentIcon),
      settingsItem(S),
    ])
