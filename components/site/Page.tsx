import type {ReactNode} from 'react'

import type {Settings} from '@/sanity/queries/settings'

import {Footer} from './Footer'
import {Masthead} from './Masthead'
import {SkipLink} from './SkipLink'

interface PageProps {
  settings: Settings
  /** Path of this page; `/` brings the large masthead. */
  current: string
  children: ReactNode
}

/** What every page of the publication has around its own matter. */
export function Page({settings, current, children}: PageProps) {
  return (
    <>
      <SkipLink />
      <Masthead settings={settings} current={current} />
      <main className="main frame" id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer settings={settings} current={current} />
    </>
  )
}
