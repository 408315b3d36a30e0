import {CogIcon} from '@sanity/icons/Cog'
import type {StructureBuilder} from 'sanity/structure'

/** The one settings document, opened without a list. */
export function settingsItem(S: StructureBuilder) {
  return S.listItem()
    .id('settings')
    .title('Settings')
    .icon(CogIcon)
    .child(S.document().schemaType('settings').documentId('settings').title('Settings'))
}
