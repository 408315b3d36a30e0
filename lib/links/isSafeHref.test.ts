import {expect, test} from 'vitest'

import {isSafeHref, isSameOriginPath} from './isSafeHref'
import {isWebUrl} from './isWebUrl'

test.each([
  'https://example.org',
  'https://example.org/a?b=c#d',
  'http://example.org:8080/',
  'HTTPS://EXAMPLE.ORG/',
  'https://de.wikipedia.org/wiki/Österreich',
  'mailto:letters@example.org',
  'mailto:letters@example.org?subject=Tides',
  'tel:+43123456',
  '/',
  '/articles/on-tides',
  '/articles/on-tides?from=home#ref-1',
])('accepts %j', (href) => {
  expect(isSafeHref(href)).toBe(true)
})

test.each([
  '',
  ' ',
  'example.org',
  'articles/on-tides',
  '../studio',
  '#ref-1',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/../..//evil.example',
  '/%2e//evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https:\\\\evil.example',
  'https:///evil.example',
  'https://',
  'https://bank.example@evil.example/',
  'https://user:secret@example.org/',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' javascript:alert(1)',
  'javascript&colon;alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  'view-source:https://example.org',
  'ftp://example.org',
  'mailto:',
  'tel:',
  'https://example.org/\u202egpj.exe',
  'https://example.org/\u0000',
  'https://example.org/a b',
])('refuses %j', (href) => {
  expect(isSafeHref(href)).toBe(false)
})

test('a same-origin path is never a complete address', () => {
  expect(isSameOriginPath('/archive')).toBe(true)
  expect(isSameOriginPath('https://origin.invalid/archive')).toBe(false)
})

test('a web address is http or https and complete', () => {
  expect(isWebUrl('https://example.org/')).toBe(true)
  expect(isWebUrl('mailto:letters@example.org')).toBe(false)
  expect(isWebUrl('/archive')).toBe(false)
  expect(isWebUrl('https:evil.example')).toBe(false)
})
