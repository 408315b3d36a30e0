import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

import {chromium} from 'playwright'

import type {Rasterise} from './press.ts'

/** Sets text in the bundled face, so that a chart looks the same on every machine. */
export async function openChromium(): Promise<{rasterise: Rasterise; close: () => Promise<void>}> {
  const browser = await chromium.launch({executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium'})
  const fonts = fileURLToPath(new URL('../../node_modules/@fontsource-variable', import.meta.url))
  const faces = await Promise.all(
    [
      ['Text', 'libre-franklin/files/libre-franklin-latin-wght-normal.woff2', 'normal'],
      ['Title', 'brygada-1918/files/brygada-1918-latin-wght-normal.woff2', 'normal'],
      ['Title', 'brygada-1918/files/brygada-1918-latin-wght-italic.woff2', 'italic'],
    ].map(async ([family, file, style]) => {
      const data = await readFile(`${fonts}/${file}`, 'base64')
      return `@font-face{font-family:${family};font-style:${style};font-weight:100 900;src:url(data:font/woff2;base64,${data})}`
    }),
  )
  return {
    rasterise: async (svg, width, height) => {
      const page = await browser.newPage({viewport: {width, height}})
      await page.setContent(`<style>${faces.join('')}*{margin:0}svg{display:block}</style>${svg}`)
      await page.evaluate(() => document.fonts.ready)
      const bytes = await page.screenshot({type: 'png'})
      await page.close()
      return bytes
    },
    close: () => browser.close(),
  }
}
