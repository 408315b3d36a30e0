declare module 'citeproc' {
  import type {CslItem} from '@/lib/citations/csl/csl'

  export interface System {
    retrieveLocale: (language: string) => string
    retrieveItem: (id: string) => CslItem
  }

  export interface EngineState {
    /** A term of the locale, such as `open-quote`. */
    getTerm: (name: string) => string
  }

  export interface Cite {
    id: string
    locator?: string
    label?: string
    'suppress-author'?: boolean
  }

  /** Turns one decoration into markup; `false` leaves the text as it is. */
  export type Decoration = false | string | ((state: EngineState, text: string) => string)

  export interface OutputFormat {
    text_escape: (text: string) => string
    bibstart: string
    bibend: string
    [decoration: `@${string}`]: Decoration
  }

  class Engine {
    constructor(system: System, style: string, language?: string, forceLanguage?: boolean)
    opt: {development_extensions: Record<string, boolean>}
    registry: {registry: Record<string, {disambig: {year_suffix: number | string | false}} | undefined>}
    setOutputFormat(name: string): void
    updateItems(ids: readonly string[]): string[]
    restoreProcessorState(citations: readonly unknown[]): void
    makeCitationCluster(cites: readonly Cite[]): string
    makeBibliography(): [parameters: unknown, entries: string[]] | false
  }

  const CSL: {
    Engine: typeof Engine
    Output: {Formats: Record<string, OutputFormat>}
  }
  export default CSL
}
