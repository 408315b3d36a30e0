import {notFound} from 'next/navigation'

import {isSlug} from '@/lib/slugs/isSlug'

export interface SlugProps {
  params: Promise<{slug: string}>
}

const MAX_LENGTH = 120

/** The slug in an address, decoded. What no document can have as its slug is not looked for. */
export async function slugParam({params}: SlugProps): Promise<string> {
  const slug = decode((await params).slug)
  if (slug.length > MAX_LENGTH || !isSlug(slug)) notFound()
  return slug
}

function decode(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return ''
  }
}
