import type {LakeDocument} from '../documents/document.ts'
import {publishedIdOf} from '../documents/ids.ts'
import {isObject, type JsonObject} from '../documents/json.ts'
import {storedForm} from '../documents/perspective.ts'

/** The words of a document, by their numbers. */
interface DocumentWords {
  /** Of its texts in order, and after them those that a search may find besides: of its id and type, and across marks. */
  numbers: Uint32Array
  texts: number
}

const MAX_TERMS = 64
const MAX_WORDS = 2_000_000

// As groq-js takes texts and patterns apart; the test holds this to `match`.
const EDGE = /(\b\.+|\.+\b)/g
const WORD = /[^!@#$%^&*(),\\/?";:{}|[\]+<>\s-]+/g
const PATTERN = /[^!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/g

const words: string[] = []
const numberOf = new Map<string, number>()
let known = new WeakMap<object, DocumentWords>()
const found = new Map<string, {pattern: RegExp; table: Uint8Array; tested: number}>()

/** The terms of a pattern of `match`. */
export function termsOf(pattern: string): string[] {
  return pattern.replace(EDGE, '').match(PATTERN) ?? []
}

/** Whether the document has a word for every term. If not, no `match` of its texts, its id or its type holds. */
export function hasWords(document: LakeDocument, terms: readonly string[]): boolean {
  const {numbers} = wordsOf(document)
  return terms.every((term) => hasAny(numbers, findTerm(term)))
}

function hasAny(numbers: Uint32Array, isFound: Uint8Array): boolean {
  for (let place = 0; place < numbers.length; place++) if (isFound[numbers[place] ?? 0] === 1) return true
  return false
}

/** The words of a document's texts that some term is about, as often as they occur. */
export function wordsFor(document: JsonObject, terms: readonly string[]): string[] {
  const {numbers, texts} = wordsOf(document)
  const tables = terms.map(findTerm)
  const result: string[] = []
  for (let place = 0; place < texts; place++) {
    const number = numbers[place] ?? 0
    for (const table of tables) {
      if (table[number] !== 1) continue
      result.push(words[number] ?? '')
      break
    }
  }
  return result
}

/** Takes a document apart, so that the first search does not have to. */
export function prepareWords(document: LakeDocument): void {
  wordsOf(document)
}

/** Kept for as long as the document itself, which is never changed. A query that is stopped loses none. */
function wordsOf(viewed: JsonObject): DocumentWords {
  const document: JsonObject = storedForm(viewed)
  const kept = known.get(document)
  if (kept) return kept
  if (words.length > MAX_WORDS) forget()
  const texts: number[] = []
  const others = namesOf(document)
  collect(document, (text) => void texts.push(...numbersIn(text)), others)
  const besides = others.flatMap(numbersIn)
  const entry = {numbers: Uint32Array.from([...texts, ...besides]), texts: texts.length}
  known.set(document, entry)
  return entry
}

/** Its ids in all views, and its type. */
function namesOf({_id, _type}: JsonObject): string[] {
  const names = typeof _id === 'string' ? [_id, publishedIdOf(_id), _type] : [_type]
  return names.filter((name) => typeof name === 'string')
}

function collect(value: unknown, onText: (text: string) => void, others: string[]): void {
  if (typeof value === 'string') onText(value)
  else if (Array.isArray(value)) for (const item of value) collect(item, onText, others)
  else if (isObject(value)) {
    const {children} = value
    if (Array.isArray(children) && children.length > 1) others.push(children.map(spanText).join(''))
    for (const [key, item] of Object.entries(value)) if (!key.startsWith('_')) collect(item, onText, others)
  }
}

/** What `pt::text` joins, and with it words of which a part is marked. */
function spanText(child: unknown): string {
  return isObject(child) && child._type === 'span' && typeof child.text === 'string' ? child.text : ''
}

function numbersIn(text: string): number[] {
  return (text.replace(EDGE, '').match(WORD) ?? []).map((word) => {
    const number = numberOf.get(word)
    if (number !== undefined) return number
    words.push(word)
    numberOf.set(word, words.length - 1)
    return words.length - 1
  })
}

/** By the number of a word: 1 if the term is about it. Follows new words, of which taking documents apart makes many. */
function findTerm(term: string): Uint8Array {
  const kept = found.get(term)
  const entry = kept ?? {pattern: patternOf(term), table: new Uint8Array(1024), tested: 0}
  if (entry.tested < words.length) {
    if (entry.table.length < words.length) entry.table = grown(entry.table, words.length * 2)
    for (let number = entry.tested; number < words.length; number++) {
      entry.table[number] = entry.pattern.test(words[number] ?? '') ? 1 : 0
      entry.tested = number + 1
    }
  }
  if (!kept) {
    found.set(term, entry)
    const [oldest] = found.keys()
    if (found.size > MAX_TERMS && oldest !== undefined) found.delete(oldest)
  }
  return entry.table
}

function patternOf(term: string): RegExp {
  return new RegExp(`^${term.slice(0, 1024).replace(/\*/g, '.*')}$`, 'i')
}

function grown(table: Uint8Array, length: number): Uint8Array {
  const larger = new Uint8Array(length)
  larger.set(table)
  return larger
}

function forget(): void {
  words.length = 0
  numberOf.clear()
  found.clear()
  known = new WeakMap()
}
