import type {Metadata, Viewport} from 'next'
import {metadata as studioMetadata, viewport as studioViewport} from 'next-sanity/studio'
import type {ReactNode} from 'react'

export const metadata: Metadata = {...studioMetadata, title: 'Octavo Studio', robots: {index: false, follow: false}}

export const viewport: Viewport = studioViewport

/** A root of its own: the Studio brings its styles and takes none of the publication’s. */
export default function StudioRoot({children}: {children: ReactNode}) {
  return (
    <html lang="en">
      <body style={{margin: 0}}>{children}</body>
    </html>
  )
}
