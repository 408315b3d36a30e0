/** What the tests use of citation-js, an independent reader of BibTeX and RIS, which brings no types. */
declare module '@citation-js/core' {
  export const plugins: {
    input: {chain: (text: string, options: {generateGraph: boolean; target?: string}) => unknown[]}
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
