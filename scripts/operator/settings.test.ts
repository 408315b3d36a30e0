import {expect, test, vi} from 'vitest'

import {readSettings} from './settings.ts'

test('takes an empty variable for one that is not set', () => {
  for (const name of ['PORT', 'LAKE_PORT', 'SITE_URL', 'LAKE_DATA', 'OCTAVO_DIST_DIR']) vi.stubEnv(name, '')
  const {root, ...settings} = readSettings()
  vi.unstubAllEnvs()

  expect(settings).toMatchObject({
    port: 3000,
    lakePort: 3334,
    siteUrl: 'http://localhost:3000',
    dataFolder: `${root}/data`,
    distDir: '.next',
  })
})
