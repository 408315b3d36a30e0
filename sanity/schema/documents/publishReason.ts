import {CommentIcon} from '@sanity/icons/Comment'
import {defineArrayMember, defineField, defineType} from 'sanity'

/**
 * Why a document was published in spite of warnings about its references: one for each document that cites, under
 * `publishReason.<id>`, which is private. The publish dialog writes it; nobody edits it.
 */
export const publishReasonType = defineType({
  name: 'publishReason',
  title: 'Reasons for publishing',
  type: 'document',
  icon: CommentIcon,
  readOnly: true,
  __experimental_omnisearch_visibility: false,
  fields: [
    defineField({name: 'documentId', title: 'Document', type: 'string'}),
    defineField({
      name: 'acceptances',
      title: 'Reasons',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'object',
          name: 'acceptance',
          fields: [
            defineField({name: 'reason', title: 'Reason', type: 'text', rows: 2}),
            defineField({name: 'at', title: 'When', type: 'datetime'}),
            defineField({name: 'by', title: 'Who', type: 'string'}),
            defineField({name: 'userId', title: 'Account', type: 'string'}),
            defineField({
              name: 'warnings',
              title: 'Warnings',
              type: 'array',
              of: [
                defineArrayMember({
                  type: 'object',
                  name: 'acceptedWarning',
                  fields: ['code', 'referenceId', 'subject', 'message'].map((name) =>
                    defineField({name, type: 'string'}),
                  ),
                }),
              ],
            }),
          ],
        }),
      ],
    }),
  ],
})
