import {isObject, type JsonObject} from './json.ts'

/** The value with a `_key` in every object of a list that has none, as `autoGenerateArrayKeys` asks for. */
export function withArrayKeys(value: JsonObject, newKey: () => string): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, keyed(item, newKey)]))
}

function keyed(value: unknown, newKey: () => string): unknown {
  if (isObject(value)) return withArrayKeys(value, newKey)
  if (!Array.isArray(value)) return value
  return value.map((item) => {
    if (!isObject(item)) return keyed(item, newKey)
    const inner = withArrayKeys(item, newKey)
    return typeof inner._key === 'string' ? inner : {_key: newKey(), ...inner}
  })
}
