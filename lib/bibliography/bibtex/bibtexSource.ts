export interface BibtexSource {
  /** Lower case: `book`, `string`, `comment`. */
  type: string
  /** Empty when it has none. */
  key: string
  /** Raw values by name in lower case, macros filled in. */
  fields: Map<string, string>
  /** Whether its braces match. */
  isWhole: boolean
}

/** Macros that double one another would fill the memory: what would become longer keeps their names. */
const MAX_FILLED = 10_000

/** One BibTeX entry or command taken apart; values are still TeX. */
export function readBibtexSource(source: string, macros: ReadonlyMap<string, string>): BibtexSource | null {
  const [head, type = ''] = /^\s*@\s*([a-z]+)\s*[{(]/i.exec(source) ?? []
  if (head === undefined) return null
  const isString = type.toLowerCase() === 'string'
  const key = isString ? null : /^[^,={}"]*,/.exec(source.slice(head.length))
  const fields = new Map<string, string>()
  let at = head.length + (key?.[0].length ?? 0)
  let isWhole = true
  for (;;) {
    const name = /^[\s,]*(?:%[^\n]*\n\s*)*([a-z][\w+:.-]*)\s*=\s*/i.exec(source.slice(at, at + 500))
    if (!name) break
    const value = readValue(source, at + name[0].length, macros)
    if (!value) {
      isWhole = false
      break
    }
    const field = name[1]?.toLowerCase() ?? ''
    if (!fields.has(field)) fields.set(field, value.text)
    at = value.end
  }
  isWhole &&= /^[\s,]*(?:%[^\n]*\n\s*)*[)}]/.test(source.slice(at))
  if (!isWhole)
    for (const [name, value] of looseFields(source.slice(at))) if (!fields.has(name)) fields.set(name, value)
  return {type: type.toLowerCase(), key: key?.[0].replace(/,$/, '').trim() ?? '', fields, isWhole}
}

/** A value of parts joined by `#`: `{…}`, `"…"`, a number or a macro. */
function readValue(
  source: string,
  start: number,
  macros: ReadonlyMap<string, string>,
): {text: string; end: number} | null {
  let text = ''
  let at = start
  for (;;) {
    const character = source[at]
    const end = character === '{' ? closing(source, at, '}') : character === '"' ? closing(source, at, '"') : -1
    if (end > 0) {
      text += source.slice(at + 1, end)
      at = end + 1
    } else {
      const word =
        character === '{' || character === '"' ? '' : (/^[^\s,{}"#()=]+/.exec(source.slice(at, at + 300))?.[0] ?? '')
      if (word === '') return null
      const filled = /^\d/.test(word) ? undefined : macros.get(word.toLowerCase())
      text += filled !== undefined && text.length + filled.length <= MAX_FILLED ? filled : word
      at += word.length
    }
    const joint = /^\s*#\s*/.exec(source.slice(at, at + 100))
    if (!joint) return {text, end: at}
    at += joint[0].length
  }
}

/** The offset of the brace or quotation mark that ends a value; -1 when none does. */
function closing(source: string, start: number, mark: '}' | '"'): number {
  let depth = 0
  for (let index = start + (mark === '"' ? 1 : 0); index < source.length; index++) {
    const character = source[index]
    if (character === '\\') index++
    else if (character === '{') depth++
    else if (character === '}') {
      depth--
      if (depth === 0 && mark === '}') return index
      if (depth < 0) return -1
    } else if (character === '"' && mark === '"' && depth === 0) return index
  }
  return -1
}

/** What can be read field by field when braces do not match. */
function looseFields(source: string): [string, string][] {
  return source.split(/,\s*(?=[a-z][\w+:.-]{0,40}\s*=)/i).flatMap((field): [string, string][] => {
    const [, name, value = ''] = /^[\s,]*([a-z][\w+:.-]{0,40})\s*=\s*(\S[\s\S]*)$/i.exec(field.slice(0, 5000)) ?? []
    const bare = value
      .trim()
      .replace(/^[{"]+/, '')
      .replace(/[}",\s]+$/, '')
    return name && bare ? [[name.toLowerCase(), bare]] : []
  })
}
