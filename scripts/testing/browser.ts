import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'

import {chromium} from '@playwright/test'

import {Refusal} from '../bootstrap/refusal.mjs'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Path of a Chrome or Chromium: `CHROME_PATH`, Playwright's own, or an installed one. Installs one where that is possible
 * without asking: Playwright's download first, then Debian's package when run as root.
 *
 * @throws {Refusal} when there is none, saying how to get one.
 */
export function findBrowser(): string {
  const found = findInstalled()
  if (found) return found

  console.log('No Chrome or Chromium found; installing one for the browser tests.')
  spawnSync('npx', ['playwright', 'install', 'chromium'], {stdio: 'ignore', timeout: 300_000})
  if (!findInstalled() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update'], {stdio: 'ignore'})
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
    })
  }
  const installed = findInstalled()
  if (installed) return installed
  throw new Refusal(
    'The browser tests need Chrome or Chromium, and none could be installed. Install one (for example: sudo apt install chromium), or set CHROME_PATH, then run npm test again.',
  )
}

function findInstalled(): string | undefined {
  const candidates = [process.env.CHROME_PATH, chromium.executablePath(), ...INSTALLED]
  return candidates.find((candidate) => candidate && existsSync(candidate))
}
