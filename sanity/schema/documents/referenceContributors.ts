import {defineArrayMember, defineField} from 'sanity'

import {adviceRules} from './adviceRules'
import {isUnneeded} from './isUnneeded'

const contributors = [defineArrayMember({type: 'person'}), defineArrayMember({type: 'organisation'})]

/** Who made a referenced work. */
export const contributorFields = [
  defineField({
    name: 'author',
    title: 'Authors',
    type: 'array',
    group: 'work',
    description: 'In the order of the title page. A ministry, agency or newspaper is an organisation.',
    of: contributors,
    validation: (rule) => adviceRules(rule, 'author'),
  }),
  defineField({
    name: 'editor',
    title: 'Editors',
    type: 'array',
    group: 'work',
    hidden: isUnneeded('editor'),
    of: contributors,
    validation: (rule) => adviceRules(rule, 'editor'),
  }),
  defineField({
    name: 'translator',
    title: 'Translators',
    type: 'array',
    group: 'work',
    hidden: isUnneeded('translator'),
    of: contributors,
    validation: (rule) => adviceRules(rule, 'translator'),
  }),
]
