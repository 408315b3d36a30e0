/** About how many bytes a JSON value takes up in memory. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 16 + value.length * 2
  if (typeof value !== 'object' || value === null) return 8
  return Object.values(value).reduce((total: number, item: unknown) => total + 16 + sizeOf(item), 32)
}
