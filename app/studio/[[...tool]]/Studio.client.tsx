'use client'

import dynamic from 'next/dynamic'

/** The Studio runs in browsers only: rendering it on the server would print nothing but a spinner. */
export const Studio = dynamic(() => import('./WorkspaceStudio.client').then(({WorkspaceStudio}) => WorkspaceStudio), {
  ssr: false,
})
