import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {Refusal} from '../bootstrap/refusal.mjs'
import {startNode} from '../operator/child.ts'
import {secret} from '../operator/secrets.ts'

const PORT = 4300
const LAKE_PORT = 4334

/** A whole Octavo, started as an operator starts it, on a data folder of its own. */
export interface Publication {
  /** What a browser test needs to know of it. */
  env: Record<string, string>
  stop: () => Promise<void>
}

/**
 * Starts `npm start` beside a developer's own, with a production build kept in `.next-test`.
 *
 * @throws {Refusal} with everything it said, when it ends instead.
 */
export function startPublication(root: string): Promise<Publication> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'octavo-test-'))
  const writeToken = secret()
  const siteUrl = `http://localhost:${PORT}`
  const said: string[] = []

  return new Promise((resolve, reject) => {
    const child = startNode(path.join(root, 'scripts', 'start.ts'), {
      env: {
        PORT: String(PORT),
        LAKE_PORT: String(LAKE_PORT),
        SITE_URL: siteUrl,
        LAKE_DATA: dataFolder,
        LAKE_WRITE_TOKEN: writeToken,
        LINK_CHECKS: 'off',
        OCTAVO_DIST_DIR: '.next-test',
        // A developer's .env.local may name a hosted project; what is set here, be it empty, wins.
        NEXT_PUBLIC_SANITY_PROJECT_ID: '',
        NEXT_PUBLIC_SANITY_DATASET: '',
      },
      onLine: (line) => {
        said.push(line)
        console.log(`  ${line.trim()}`)
        if (!line.includes('Ctrl-C stops everything')) return
        resolve({
          env: {
            OCTAVO_URL: siteUrl,
            OCTAVO_LAKE_URL: `http://127.0.0.1:${LAKE_PORT}`,
            OCTAVO_WRITE_TOKEN: writeToken,
            OCTAVO_DATA: dataFolder,
            OCTAVO_EMAIL: wordAfter(said, 'Sign in'),
            OCTAVO_PASSWORD: wordAfter(said, 'Password'),
          },
          stop: child.stop,
        })
      },
    })
    void child.ended.then((why) => {
      rmSync(dataFolder, {recursive: true, force: true})
      reject(new Refusal(`The publication under test ended (${why}).`))
    })
  })
}

function wordAfter(lines: string[], label: string): string {
  const line = lines.find((candidate) => candidate.trim().startsWith(label))
  return line?.trim().slice(label.length).trim() ?? ''
}
