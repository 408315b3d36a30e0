import {Subscript, SubscriptIcon} from '@/sanity/inputs/marks/Subscript'
import {Superscript, SuperscriptIcon} from '@/sanity/inputs/marks/Superscript'

/** Decorators of every text: what a word processor calls italic and bold. */
export const plainDecorators = [
  {title: 'Emphasis', value: 'em'},
  {title: 'Strong', value: 'strong'},
]

/** Decorators of an article's body. */
export const bodyDecorators = [
  ...plainDecorators,
  {title: 'Code', value: 'code'},
  {title: 'Subscript', value: 'sub', icon: SubscriptIcon, component: Subscript},
  {title: 'Superscript', value: 'sup', icon: SuperscriptIcon, component: Superscript},
]

/** The only style of short texts. */
export const normalStyle = [{title: 'Paragraph', value: 'normal'}]
