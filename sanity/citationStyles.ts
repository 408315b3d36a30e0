import 'server-only'
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'

import {citationStyles, DEFAULT_STYLE} from '@/lib/citations/styles/citationStyles'
import {operatorStyles, type OperatorStyles, type StyleFile} from '@/lib/citations/styles/operatorStyles'
import {addStyles, isKnownStyle} from '@/lib/citations/styles/styles'

const FOLDER = 'citation-styles'
const MAX_BYTES = 2 * 1024 * 1024

let loaded: OperatorStyles | null = null
const missed = new Set<string>()

/** The styles in the operator's folder, read once and made known to everything that formats. */
export function loadCitationStyles(): OperatorStyles {
  if (loaded) return loaded
  loaded = readFolder(path.join(/* turbopackIgnore: true */ process.cwd(), FOLDER))
  addStyles(loaded.styles)
  return loaded
}

/** Every style that settings may name, the built-in ones first. */
export function citationStyleChoices(): {value: string; title: string}[] {
  const {styles} = loadCitationStyles()
  return [
    ...citationStyles.map(({value, title}) => ({value, title})),
    ...styles.map(({id, title, kind}) => ({
      value: id,
      title: `${title} (${kind === 'numeric' ? 'numbered' : 'author and date'})`,
    })),
  ]
}

/** The style that settings name, or the default one when its file has gone; that is logged once. */
export function availableStyle(id: string): string {
  loadCitationStyles()
  if (isKnownStyle(id)) return id
  if (!missed.has(id)) {
    missed.add(id)
    console.warn(
      `The settings name the citation style "${id}", but there is no ${FOLDER}/${id}.csl that can be used; articles are set in ${DEFAULT_STYLE}. ` +
        'Put the file back and start the site anew, or choose another style in the settings.',
    )
  }
  return DEFAULT_STYLE
}

/** The styles in a folder. One that is not there is empty; a file that cannot be read is a problem like any other. */
export function readFolder(folder: string): OperatorStyles {
  const files: StyleFile[] = []
  const problems: string[] = []
  for (const name of namesIn(folder)) {
    try {
      const file = path.join(folder, name)
      const {size} = statSync(file)
      if (size > MAX_BYTES) problems.push(`${FOLDER}/${name}: no citation style is larger than 512 KB; delete it.`)
      else files.push({name, text: readFileSync(file, 'utf8').replace(/^\uFEFF/, '')})
    } catch (error) {
      problems.push(`${FOLDER}/${name}: the file cannot be read (${String(error)}); check who may read it.`)
    }
  }
  const {styles, problems: others} = operatorStyles(files)
  return {styles, problems: [...problems, ...others]}
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => /\.csl$/i.test(name) && !name.startsWith('.'))
}
