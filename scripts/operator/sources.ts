import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'

const SOURCES = [
  'app',
  'cache',
  'citation-styles',
  'components',
  'lib',
  'public',
  'sanity',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'sanity.config.ts',
  'tsconfig.json',
]

/** A digest of everything that `next build` reads: sources and the variables that it bakes in. Tests do not count. */
export function digestSources(root: string, baked: Record<string, string>): string {
  const hash = createHash('sha256').update(JSON.stringify(baked))
  for (const file of SOURCES.flatMap((source) => listFiles(root, source))) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

function listFiles(root: string, source: string): string[] {
  const entries = readEntries(path.join(root, source))
  if (!entries) return []
  if (entries === 'file') return [source]
  return entries
    .filter((entry) => entry.isFile() && !/\.(test|test-d|bench)\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .toSorted()
}

function readEntries(source: string) {
  try {
    return readdirSync(source, {recursive: true, withFileTypes: true})
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return 'file'
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
