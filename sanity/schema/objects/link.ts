import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from 'sanity'

import {isSafeHref} from '@/lib/links/isSafeHref'

/** An annotation: text that leads to another site, an e-mail address, a telephone number or a path on this site. */
export const linkType = defineType({
  name: 'link',
  title: 'Link',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'href',
      title: 'Address',
      type: 'url',
      description:
        'A complete address such as https://example.org/essay, mailto:letters@example.org, tel:+43123456, or a path on this site such as /archive.',
      validation: (rule) =>
        rule
          .required()
          // Lets every scheme pass: the rule after it refuses the same ones, and says what to do.
          .uri({allowRelative: true, scheme: /^/})
          .custom(
            (href) =>
              !href ||
              isSafeHref(href) ||
              'Start with https://, http://, mailto:, tel: or a single /, and leave no spaces',
          ),
    }),
  ],
})
