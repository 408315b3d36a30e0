/** A field of a value whose shape is not known, such as a validation context's parent; undefined when it has none. */
export function readField(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.getOwnPropertyDescriptor(value, name)?.value
}

/** A text field of a value whose shape is not known; undefined when it is absent or no text. */
export function readText(value: unknown, name: string): string | undefined {
  const field = readField(value, name)
  return typeof field === 'string' ? field : undefined
}
