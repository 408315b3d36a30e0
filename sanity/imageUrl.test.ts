import {expect, onTestFinished, test, vi} from 'vitest'

import {imageUrl} from './imageUrl'

test('asks the site itself for images of the embedded store', () => {
  expect(imageUrl('image-0a1b-1600x900-jpg')).toBe('/lake/images/octavo/production/0a1b-1600x900.jpg')
})

test('asks Sanity for images of a hosted project', () => {
  vi.stubEnv('NEXT_PUBLIC_SANITY_PROJECT_ID', 'a1b2c3d4')
  onTestFinished(() => void vi.unstubAllEnvs())

  expect(imageUrl('image-0a1b-1600x900-jpg')).toBe('https://cdn.sanity.io/images/a1b2c3d4/production/0a1b-1600x900.jpg')
})

test.each(['', 'file-0a1b-pdf', 'image-../../x-1x1-png', 'image-0a1b-jpg'])('knows no image %j', (assetId) => {
  expect(imageUrl(assetId)).toBeNull()
})
