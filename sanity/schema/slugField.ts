import {defineField} from 'sanity'

import {isReservedSlug} from '@/lib/slugs/reservedSlugs'
import {isSlug} from '@/lib/slugs/isSlug'

interface SlugFieldOptions {
  source: string
  /** The address with a sample slug, as the editor would see it. */
  example: string
  group?: string | string[]
  /** Pages live at the root of the site and may not take the name of one of its parts. */
  atRoot?: boolean
}

/** The `slug` of a document with a page of its own. The Studio's own check keeps it unique per type, drafts included. */
export function slugField({source, example, group, atRoot = false}: SlugFieldOptions) {
  return defineField({
    name: 'slug',
    title: 'Address',
    type: 'slug',
    group,
    description: `Last part of the page’s address, such as ${example}. Press Generate. Links break if it changes after publishing.`,
    options: {source, maxLength: 96},
    validation: (rule) =>
      rule.required().custom((slug) => {
        const current = slug?.current
        if (!current) return true
        if (!isSlug(current)) return 'Use small letters, digits and single hyphens only, such as on-tides'
        if (atRoot && isReservedSlug(current))
          return `“${current}” is a part of the site itself; choose another address`
        return true
      }),
  })
}
