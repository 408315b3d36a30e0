import {defineConfig} from '@playwright/test'

import {readEnvironment} from './environment'

const {OCTAVO_URL, CHROME_PATH} = readEnvironment()

/** `npm run e2e` starts the publication that these tests visit, and says where it is. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // One at a time: one of the files kills the lake that the others write to.
  workers: 1,
  timeout: 300_000,
  expect: {timeout: 15_000},
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  reporter: [['list'], ['json']],
  use: {
    baseURL: OCTAVO_URL,
    viewport: {width: 1280, height: 900},
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: CHROME_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
