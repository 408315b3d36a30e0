import {readField, readText} from '@/sanity/schema/readField'

/** The lake's own sentence about a refused request, or the error's message. */
export function messageOf(error: unknown): string {
  const description = readText(readField(error, 'details'), 'description')
  if (description) return description
  return error instanceof Error ? error.message : String(error)
}
