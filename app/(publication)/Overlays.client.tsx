'use client'

import {VisualEditing} from 'next-sanity/visual-editing'
import {useRouter} from 'next/navigation'
import {useEffect, useRef} from 'react'

const SETTLED_AFTER_MS = 300

/** Click-to-edit in the Studio's Presentation tool, and the page anew shortly after the editor has stopped typing. */
export function Overlays() {
  const router = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const refresh = () =>
    new Promise<void>((resolve) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        router.refresh()
        resolve()
      }, SETTLED_AFTER_MS)
    })
  return <VisualEditing refresh={refresh} />
}
