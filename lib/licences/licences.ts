/** The terms that an article can be read and reused under. `url` is null where no public licence applies. */
export const licences = [
  {value: 'all-rights-reserved', title: 'All rights reserved', url: null},
  {value: 'CC-BY-4.0', title: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/'},
  {value: 'CC-BY-SA-4.0', title: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/'},
  {value: 'CC-BY-NC-4.0', title: 'CC BY-NC 4.0', url: 'https://creativecommons.org/licenses/by-nc/4.0/'},
  {value: 'CC-BY-NC-ND-4.0', title: 'CC BY-NC-ND 4.0', url: 'https://creativecommons.org/licenses/by-nc-nd/4.0/'},
  {value: 'CC0-1.0', title: 'CC0 1.0 (public domain)', url: 'https://creativecommons.org/publicdomain/zero/1.0/'},
] as const

export type Licence = (typeof licences)[number]['value']
