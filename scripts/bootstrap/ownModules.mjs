// Preload, or import before everything else: Node then finds `@/lib/…` and modules named without an ending, as the
// site's compiler does. Only for our own files; packages are found as ever.
import {existsSync} from 'node:fs'
import {registerHooks} from 'node:module'
import {fileURLToPath, pathToFileURL} from 'node:url'

const root = new URL('../..', import.meta.url)
const ENDINGS = ['', '.ts', '.tsx', '/index.ts']

registerHooks({
  resolve(specifier, context, nextResolve) {
    const wanted = ownUrl(specifier, context.parentURL)
    return nextResolve(wanted ? (existing(wanted) ?? specifier) : specifier, context)
  },
})

/** Where one of our modules points without its ending; null for anything else. */
function ownUrl(specifier, parent) {
  if (specifier.startsWith('@/')) return new URL(specifier.slice(2), root)
  const isOurs = parent?.startsWith(root.href) && !parent.includes('/node_modules/')
  return isOurs && /^\.\.?\//.test(specifier) ? new URL(specifier, parent) : null
}

function existing({href}) {
  const file = ENDINGS.map((ending) => fileURLToPath(href + ending)).find(
    (candidate) => /\.\w+$/.test(candidate) && existsSync(candidate),
  )
  return file && pathToFileURL(file).href
}
