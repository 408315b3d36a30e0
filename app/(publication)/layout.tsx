import '@/components/styles/index.css'

import type {Metadata} from 'next'
import type {ReactNode} from 'react'

import {fontVariables} from '@/app/fonts'
import {isPreviewing} from '@/sanity/draft'
import {readSettings} from '@/sanity/readers'

import {publicationMetadata} from './metadata'
import {Preview} from './Preview'

export async function generateMetadata(): Promise<Metadata> {
  return publicationMetadata(await readSettings(), {isPreview: await isPreviewing()})
}

export default async function PublicationLayout({children}: {children: ReactNode}) {
  const {language} = await readSettings()
  return (
    <html lang={language} className={fontVariables}>
      <body>
        {children}
        {(await isPreviewing()) && <Preview />}
      </body>
    </html>
  )
}
