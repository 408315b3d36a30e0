import type {Metadata} from 'next'
import type {ReactNode} from 'react'

import {Page} from '@/components/site/Page'
import {Unavailable} from '@/components/site/Unavailable'
import {ContentUnavailableError} from '@/sanity/errors'
import {readSettings} from '@/sanity/readers'

/** A page that says so, and is tried again in seconds, when its content can be had neither fresh nor kept. */
export function readable<Props>(page: (props: Props) => Promise<ReactNode>) {
  return async function ReadablePage(props: Props): Promise<ReactNode> {
    try {
      return await page(props)
    } catch (error) {
      if (!(error instanceof ContentUnavailableError)) throw error
      return (
        <Page settings={await readSettings()} current="">
          <Unavailable />
        </Page>
      )
    }
  }
}

/** The same for the metadata of a page. */
export function readableMetadata<Props>(metadata: (props: Props) => Promise<Metadata>) {
  return async function generateMetadata(props: Props): Promise<Metadata> {
    try {
      return await metadata(props)
    } catch (error) {
      if (!(error instanceof ContentUnavailableError)) throw error
      return {robots: {index: false}}
    }
  }
}
