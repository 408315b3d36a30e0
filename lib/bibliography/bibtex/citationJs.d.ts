declare module '@citation-js/plugin-bibtex/lib/input/constants.js' {
  /** Combining characters by command: `"` is U+0308. */
  export const diacritics: Record<string, string>
  export const commands: Record<string, string>
  export const mathCommands: Record<string, string>
  export const ligatures: Record<string, string>
  export const ligaturePattern: RegExp
  export const defaultStrings: Record<string, string>
  export const mathScripts: Record<'^' | '_', Record<string, string>>
}
