import {commands, diacritics, mathCommands} from '@citation-js/plugin-bibtex/lib/input/constants.js'

const TAGS: Record<string, string> = {
  textit: 'i',
  emph: 'i',
  textsl: 'i',
  textsuperscript: 'sup',
  textsubscript: 'sub',
  textbf: 'b',
  mkbibemph: 'i',
}
const PLAIN: Record<string, string> = {
  aa: 'å',
  AA: 'Å',
  textquotesingle: '’',
  ldots: '…',
  dots: '…',
  S: '§',
  P: '¶',
  pounds: '£',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  BibTeX: 'BibTeX',
  copyright: '©',
  slash: '/',
  quad: ' ',
  ',': ' ',
  ' ': ' ',
  '-': '',
  '/': '',
  guillemotright: '»',
}
const TOKEN = /\\([a-zA-Z]+)\s*|\\([^a-zA-Z])|([{}])|(\$)|(---?|``|''|~)|([\^_])|[^\\{}$~`'^_-]+|[-`']/gsu

/** What is nested deeper stays as it is. */
const MAX_DEPTH = 40

interface State {
  tokens: RegExpExecArray[]
  at: number
  isMath: boolean
  isMarked: boolean
  problems: string[]
}

export interface TexReading {
  text: string
  problems: string[]
}

/** TeX as text; emphasis and raised or lowered digits as `<i>`, `<sup>`, `<sub>` when `isMarked`. Unknown commands stay. */
export function readTex(source: string, isMarked = false): TexReading {
  const state: State = {tokens: [...source.matchAll(TOKEN)], at: 0, isMath: false, isMarked, problems: []}
  let text = ''
  while (state.at < state.tokens.length) text += readOne(state, 0)
  return {text: text.replace(/\s+/g, ' ').trim(), problems: state.problems}
}

function readOne(state: State, depth: number): string {
  const token = state.tokens[state.at++]
  if (!token || depth > MAX_DEPTH) return token?.[0] ?? ''
  const [whole, command, symbol, brace, dollar, ligature, script] = token
  if (brace === '{') return readGroup(state, depth)
  if (brace === '}') return ''
  if (dollar) {
    state.isMath = !state.isMath
    return ''
  }
  if (ligature) return {'--': '–', '---': '—', '``': '“', "''": '”', '~': ' '}[ligature] ?? ligature
  if (script) return state.isMath ? tagged(script === '^' ? 'sup' : 'sub', readScript(state, depth + 1), state) : script
  if (command !== undefined) return readCommand(command, state, depth)
  if (symbol !== undefined) return readSymbol(symbol, state, depth)
  return whole === '`' ? '‘' : whole
}

/** One character, or a group: of `$H_2O$` the 2 alone. */
function readScript(state: State, depth: number): string {
  const token = state.tokens[state.at]
  const isText = token && token.slice(1).every((group) => group === undefined)
  const [first = ''] = token?.[0] ?? ''
  if (!isText || token[0].length === first.length) return readOne(state, depth)
  token[0] = token[0].slice(first.length)
  return first
}

function readGroup(state: State, depth: number): string {
  let text = ''
  while (state.at < state.tokens.length && state.tokens[state.at]?.[3] !== '}') text += readOne(state, depth + 1)
  state.at++
  return text
}

function readCommand(command: string, state: State, depth: number): string {
  const tag = TAGS[command]
  if (tag) return tagged(tag, readOne(state, depth + 1), state)
  if (
    /^(?:url|href|path|nolinkurl|texttt|textsc|textrm|textsf|text|mathrm|mathit|mathbf|mbox|enquote|noopsort|uppercase|lowercase|MakeUppercase|ensuremath|natexlab|bibinfo)$/.test(
      command,
    )
  ) {
    const inner = readOne(state, depth + 1)
    return command === 'enquote' ? `“${inner}”` : command === 'noopsort' ? '' : inner
  }
  if (
    /^(?:it|em|bf|rm|sc|tt|sl|sf|protect|relax|newline|newblock|par|small|textup|normalfont|itshape|bgroup|egroup)$/.test(
      command,
    )
  )
    return command === 'newline' ? ' ' : ''
  const accent = command.length === 1 || command === 'textcommabelow' ? diacritics[command] : undefined
  if (accent) return accented(accent, state, depth)
  const character = PLAIN[command] ?? commands[command] ?? mathCommands[command]
  if (character !== undefined) return skipEmptyGroup(state, character)
  state.problems.push(`Not understood: \\${command}`)
  return `\\${command} `
}

function readSymbol(symbol: string, state: State, depth: number): string {
  const accent = diacritics[symbol]
  if (accent) return accented(accent, state, depth)
  return PLAIN[symbol] ?? (symbol === '\\' ? ' ' : symbol)
}

function accented(accent: string, state: State, depth: number): string {
  const base = readOne(state, depth + 1)
    .replace(/^\s+/, '')
    .replace(/^ı/, 'i')
    .replace(/^ȷ/, 'j')
  const [first = '', ...rest] = base
  return (first + accent).normalize('NFC') + rest.join('')
}

/** `\ss{}` */
function skipEmptyGroup(state: State, character: string): string {
  if (state.tokens[state.at]?.[3] === '{' && state.tokens[state.at + 1]?.[3] === '}') state.at += 2
  return character
}

function tagged(tag: string, text: string, {isMarked}: State): string {
  return isMarked && text ? `<${tag}>${text}</${tag}>` : text
}
