import {ThListIcon} from '@sanity/icons/ThList'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {TableInput} from '@/sanity/inputs/table/TableInput'

import {readField} from '../readField'

/** Rows of plain text cells. */
export const tableType = defineType({
  name: 'table',
  title: 'Table',
  type: 'object',
  icon: ThListIcon,
  fields: [
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'string',
      description: 'What the table shows, with its unit: Rents in Vienna, € per m², 1914–1934',
    }),
    defineField({
      name: 'headerRow',
      title: 'First row is a heading',
      type: 'boolean',
      initialValue: true,
    }),
    defineField({
      name: 'rows',
      title: 'Rows',
      type: 'array',
      of: [defineArrayMember({type: 'tableRow'})],
      components: {input: TableInput},
      validation: (rule) => rule.required().min(1).max(200),
    }),
  ],
  preview: {
    select: {caption: 'caption', rows: 'rows'},
    prepare: ({caption, rows}) => ({title: caption ?? 'Table', subtitle: tableSize(rows)}),
  },
})

/** One row of a table. */
export const tableRowType = defineType({
  name: 'tableRow',
  title: 'Row',
  type: 'object',
  fields: [defineField({name: 'cells', title: 'Cells', type: 'array', of: [defineArrayMember({type: 'string'})]})],
  preview: {
    select: {cells: 'cells'},
    prepare: ({cells}) => ({title: Array.isArray(cells) ? cells.join(' | ') : 'Empty row'}),
  },
})

function tableSize(rows: unknown): string {
  if (!Array.isArray(rows)) return 'Empty'
  const widths = rows
    .map((row: unknown) => readField(row, 'cells'))
    .map((cells) => (Array.isArray(cells) ? cells.length : 0))
  return `${rows.length} rows, ${Math.max(0, ...widths)} columns`
}
