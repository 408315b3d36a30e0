import localFont from 'next/font/local'

// Next reads these calls without running them: every value must be written out, the range of the extended files too.
const serif = localFont({
  src: [
    {
      path: '../node_modules/@fontsource-variable/brygada-1918/files/brygada-1918-latin-wght-normal.woff2',
      weight: '400 700',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource-variable/brygada-1918/files/brygada-1918-latin-wght-italic.woff2',
      weight: '400 700',
      style: 'italic',
    },
  ],
  variable: '--font-serif',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
})

const serifExtended = localFont({
  src: [
    {
      path: './fonts/brygada-1918-extended.woff2',
      weight: '400 700',
      style: 'normal',
    },
    {
      path: './fonts/brygada-1918-extended-italic.woff2',
      weight: '400 700',
      style: 'italic',
    },
  ],
  variable: '--font-serif-ext',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0100-017F,U+0218-021B,U+02BC,U+1E9E,U+20B9,U+20BA',
    },
  ],
})

const sans = localFont({
  src: './fonts/libre-franklin.woff2',
  weight: '400 700',
  variable: '--font-sans',
  display: 'swap',
  adjustFontFallback: 'Arial',
})

const sansExtended = localFont({
  src: './fonts/libre-franklin-extended.woff2',
  weight: '400 700',
  variable: '--font-sans-ext',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0100-017F,U+0218-021B,U+02BC,U+1E9E,U+20B9,U+20BA',
    },
  ],
})

/** Class names for `<html>`: they define the families that the style sheets name. */
export const fontVariables = [serif, serifExtended, sans, sansExtended].map(({variable}) => variable).join(' ')
