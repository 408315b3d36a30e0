import {notFound} from 'next/navigation'

export const revalidate = false

export function generateStaticParams() {
  return []
}

/** Every address that no other route answers, so that its 404 looks like the publication. */
export default function UnknownPage() {
  notFound()
}
