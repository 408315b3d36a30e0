import {CodeBlockIcon} from '@sanity/icons/CodeBlock'
import {defineField, defineType} from 'sanity'

import {codeLanguages} from '@/lib/vocabularies/codeLanguages'

/** Lines of a program or a data file, printed as they are. */
export const codeType = defineType({
  name: 'code',
  title: 'Code',
  type: 'object',
  icon: CodeBlockIcon,
  options: {columns: 2},
  fields: [
    defineField({
      name: 'language',
      title: 'Language',
      type: 'string',
      options: {list: [...codeLanguages]},
      initialValue: codeLanguages[0].value,
    }),
    defineField({name: 'filename', title: 'File name', type: 'string', description: 'Printed above: analysis.R'}),
    defineField({
      name: 'code',
      title: 'Code',
      type: 'text',
      rows: 12,
      validation: (rule) => rule.required().max(20_000),
    }),
  ],
  preview: {
    select: {code: 'code', filename: 'filename', language: 'language'},
    prepare: ({code, filename, language}) => ({
      title: filename ?? code?.split('\n')[0],
      subtitle: `Code · ${language}`,
    }),
  },
})
