import {ImageIcon} from '@sanity/icons/Image'
import {defineField, defineType} from 'sanity'

import {plainText} from '@/lib/portable-text/plainText'
import {FigurePreview} from '@/sanity/inputs/figure/FigurePreview'

import {readField} from '../readField'

/** An image with what it needs to be understood, credited and skipped by a screen reader. */
export const figureType = defineType({
  name: 'figure',
  title: 'Figure',
  type: 'object',
  icon: ImageIcon,
  components: {preview: FigurePreview},
  fields: [
    defineField({
      name: 'image',
      title: 'Image',
      type: 'image',
      description: 'At least 1,600 pixels wide. Use the crop tool to mark what must stay visible.',
      options: {hotspot: true, accept: 'image/jpeg,image/png,image/webp,image/avif,image/gif'},
      validation: (rule) => rule.required().assetRequired(),
    }),
    defineField({
      name: 'alt',
      title: 'Description for people who cannot see it',
      type: 'string',
      description: 'What the image shows and why it is here: “A queue in front of a bank in Vienna, 1931”.',
      hidden: ({parent}) => parent?.decorative === true,
      validation: (rule) =>
        rule.custom(
          (alt, {parent}) =>
            readField(parent, 'decorative') === true ||
            Boolean(alt?.trim()) ||
            'Describe the image, or mark it as decorative',
        ),
    }),
    defineField({
      name: 'decorative',
      title: 'Decorative',
      type: 'boolean',
      // Without an initial value: it would give every new article a lead image, which then lacks its picture.
      description: 'The image adds nothing that the text does not say. Screen readers skip it.',
    }),
    defineField({name: 'caption', title: 'Caption', type: 'captionText', description: 'One paragraph, printed below.'}),
    defineField({name: 'credit', title: 'Credit', type: 'credit'}),
  ],
  preview: {
    select: {media: 'image', caption: 'caption', alt: 'alt', decorative: 'decorative'},
    prepare: ({media, caption, alt, decorative}) => ({
      title: plainText(caption) || alt || 'Figure',
      subtitle: decorative ? 'Decorative' : alt ? `Shows: ${alt}` : 'Needs a description',
      media,
    }),
  },
})
