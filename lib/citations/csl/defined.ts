/** An object without the fields that are set to `undefined`. */
export function defined<T extends object>(fields: T): T {
  const kept = {...fields}
  for (const [name, value] of Object.entries(kept)) if (value === undefined) Reflect.deleteProperty(kept, name)
  return kept
}
