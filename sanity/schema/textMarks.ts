/** Decorators of every text: what a word processor calls italic and bold. */
export const plainDecorators = [
  {title: 'Emphasis', value: 'em'},
  {title: 'Strong', value: 'strong'},
]

/** Decorators of an article's body. */
export const bodyDecorators = [
  ...plainDecorators,
  {title: 'Code', value: 'code'},
  {title: 'Subscript', value: 'sub'},
  {title: 'Superscript', value: 'sup'},
]

/** The only style of short texts. */
export const normalStyle = [{title: 'Paragraph', value: 'normal'}]
