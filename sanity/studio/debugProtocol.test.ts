import {expect, test, vi} from 'vitest'

import {silenceProtocolWarning} from './debugProtocol'

test('says that HTTP/2 is spoken', () => {
  const stored = new Map<string, string>()
  silenceProtocolWarning(() => ({setItem: (key, value) => void stored.set(key, value)}))

  expect([...stored]).toEqual([['_sanity_debugProtocol', 'h2']])
})

test('lets the Studio start in a browser that keeps no storage', () => {
  const info = vi.spyOn(console, 'info').mockReturnValue()
  const blocked = () => {
    throw new Error('The operation is insecure.')
  }

  expect(() => silenceProtocolWarning(blocked)).not.toThrow()
  expect(info).toHaveBeenCalledOnce()
  info.mockRestore()
})
