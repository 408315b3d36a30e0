import {CalendarIcon} from '@sanity/icons/Calendar'
import {defineField, defineType} from 'sanity'

import {isKeptVerbatim} from '@/lib/citations/advice/referenceAdvice'
import {toReferenceRecord} from '@/lib/citations/referenceRecord'

import {readField, readText} from '../readField'

const isUndated = (parent: unknown) => readText(parent, 'status') !== 'dated'

/** When a work came out, as exactly as it is known: a year alone, a month, a day, or a span. */
export const issuedDateType = defineType({
  name: 'issuedDate',
  title: 'Date of the work',
  type: 'object',
  icon: CalendarIcon,
  fieldsets: [
    {name: 'start', title: 'Date', options: {columns: 3}},
    {
      name: 'end',
      title: 'Until',
      description: 'Only for a work that came out over a span of time.',
      options: {columns: 3, collapsible: true, collapsed: true},
    },
  ],
  fields: [
    defineField({
      name: 'status',
      title: 'Status',
      type: 'string',
      options: {
        list: [
          {title: 'Dated', value: 'dated'},
          {title: 'No date (n.d.)', value: 'nd'},
          {title: 'In press', value: 'inPress'},
        ],
        layout: 'radio',
        direction: 'horizontal',
      },
      initialValue: 'dated',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'year',
      title: 'Year',
      type: 'number',
      fieldset: 'start',
      description: '1944; for 380 BC write -380',
      hidden: ({parent}) => isUndated(parent),
      validation: (rule) =>
        rule
          .integer()
          .min(-9999)
          .max(9999)
          .custom(
            (year, {parent, document}) =>
              isUndated(parent) ||
              year !== undefined ||
              isKeptVerbatim(toReferenceRecord(document)) ||
              'Write the year, or choose “No date”',
          ),
    }),
    monthField('month', 'year', 'start'),
    dayField('day', 'month', 'start'),
    defineField({
      name: 'circa',
      title: 'About (c.)',
      type: 'boolean',
      description: 'The date is an estimate.',
      hidden: ({parent}) => isUndated(parent),
    }),
    defineField({
      name: 'endYear',
      title: 'Year',
      type: 'number',
      fieldset: 'end',
      hidden: ({parent}) => isUndated(parent),
      validation: (rule) =>
        rule
          .integer()
          .min(-9999)
          .max(9999)
          .custom((endYear, {parent}) => {
            const year = readField(parent, 'year')
            return endYear === undefined || typeof year !== 'number' || endYear >= year || 'The end is before the start'
          }),
    }),
    monthField('endMonth', 'endYear', 'end'),
    dayField('endDay', 'endMonth', 'end'),
  ],
})

function monthField(name: string, yearName: string, fieldset: string) {
  return defineField({
    name,
    title: 'Month',
    type: 'number',
    fieldset,
    description: '1 to 12, if known',
    hidden: ({parent}) => isUndated(parent),
    validation: (rule) =>
      rule
        .integer()
        .min(1)
        .max(12)
        .custom((month, {parent}) => month === undefined || hasNumber(parent, yearName) || 'A month needs its year'),
  })
}

function dayField(name: string, monthName: string, fieldset: string) {
  return defineField({
    name,
    title: 'Day',
    type: 'number',
    fieldset,
    description: '1 to 31, if known',
    hidden: ({parent}) => isUndated(parent),
    validation: (rule) =>
      rule
        .integer()
        .min(1)
        .max(31)
        .custom((day, {parent}) => day === undefined || hasNumber(parent, monthName) || 'A day needs its month'),
  })
}

function hasNumber(parent: unknown, name: string): boolean {
  return typeof readField(parent, name) === 'number'
}
