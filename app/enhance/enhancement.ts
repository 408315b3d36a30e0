import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import path from 'node:path'

/** What an article's page runs, file by file; each is a scope of its own. */
const FILES = ['citePreview.js', 'copyCitation.js']

export interface Enhancement {
  /** `article-0f3a….js`: another text has another name. */
  name: string
  text: string
}

let kept: Enhancement | undefined

/** The one script of readers' pages: plain files of `components/article/enhance`, as they are, in one. */
export function enhancement(): Enhancement {
  if (kept && process.env.NODE_ENV === 'production') return kept
  const text = FILES.map((file) => `{\n${readSource(file)}}\n`).join('')
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  kept = {name: `article-${hash}.js`, text}
  return kept
}

function readSource(file: string): string {
  const source = readFileSync(path.join(process.cwd(), 'components/article/enhance', file), 'utf8')
  return withoutComments(source)
}

/** Comment lines and indentation, which readers need not be sent. */
function withoutComments(source: string): string {
  return source
    .split('\n')
    .map((line) => line.trimStart())
    .filter((line) => line !== '' && !/^(?:\/\/|\/\*\*? .*\*\/$)/.test(line))
    .map((line) => `${line}\n`)
    .join('')
}
