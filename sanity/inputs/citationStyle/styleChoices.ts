import {citationStyles} from '@/lib/citations/styles/citationStyles'

export interface StyleChoice {
  value: string
  title: string
}

export type ServerStyles =
  | {state: 'loading'}
  | {state: 'failed'; message: string}
  | {state: 'ready'; styles: readonly StyleChoice[]; problems: readonly string[]}

interface Offered {
  choices: StyleChoice[]
  /** Sentences to the editor. */
  warnings: string[]
}

/** What an editor may choose from: the built-in styles at once, an operator's as soon as the server has told them. */
export function styleChoices(value: string | undefined, server: ServerStyles): Offered {
  const builtIn = citationStyles.map(({value, title}) => ({value, title}))
  const known = server.state === 'ready' ? [...server.styles] : builtIn
  const isKnown = value === undefined || known.some((choice) => choice.value === value)
  return {
    choices: isKnown || server.state === 'ready' ? known : [...known, {value, title: value}],
    warnings: [
      ...(isKnown || server.state !== 'ready'
        ? []
        : [
            `The style “${value}” is set here, but its file citation-styles/${value}.csl has gone or cannot be used. ` +
              `Until it is back, articles are set as “${citationStyles[0].title}”. Choose another style, or ask whoever runs the site.`,
          ]),
      ...(server.state === 'failed'
        ? [`The styles that were added to this site cannot be listed. ${server.message}`]
        : []),
      ...(server.state === 'ready' ? server.problems : []),
    ],
  }
}
