import {expect, test} from 'vitest'

import {readTransform} from './transformParams'
import {variantName} from './variants'

test.each(['', 'dl=tide.jpg', 'utm_source=x'])('reads no transform from "%s"', (query) => {
  expect(readTransform(new URLSearchParams(query))).toBeNull()
})

const refused = `
  w=0 w=-1 w=1e9 w=9000 w=abc w= w=0x10 w=Infinity w=NaN h=1_0 w=%2010 max-w=0 min-h=x
  q=-1 q=101 dpr=50 dpr=0 fit=explode fit= crop=middle crop=top,left,right crop=, fp-x=2 fp-y=-0.1
  rect=1,2,3 rect=a,b,c,d rect=0,0,0,0 rect=-1,0,5,5 rect=1,2,3,4,5 rect=0,0,0.2,5
  fm=svg fm=gif fm=tiff bg=red bg=12345 blur=2001 sharp=101 sat=-101 or=45 flip=x invert=maybe pad=5000 frame=2 auto=compress
`

test.each(refused.trim().split(/\s+/))('refuses ?%s with a sentence', (query) => {
  expect(() => readTransform(new URLSearchParams(query))).toThrow(/^[\w-]+ must be \S+/)
})

test.each([
  ['w=100&h=50', 'h=50&w=100', true],
  ['w=200', 'w=100&dpr=2', true],
  ['w=100.4', 'w=100', true],
  ['w=100', 'w=100&fit=clip&dpr=1&utm_source=x&dl=a', true],
  ['w=100', 'w=100&auto=format', true],
  ['bg=f00&w=1', 'bg=ff0000&w=1', true],
  ['w=100', 'w=101', false],
  ['w=100', 'w=100&q=50', false],
  ['w=9&h=9&fit=crop', 'w=9&h=9&fit=crop&crop=top', false],
])('?%s and ?%s are one variant: %s', (one, other, same) => {
  const [first, second] = [one, other].map((query) => {
    const {format: _, isAutomatic: __, ...transform} = readTransform(new URLSearchParams(query)) ?? missing()
    return variantName(transform, 'webp')
  })
  expect(first === second).toBe(same)
})

function missing(): never {
  throw new Error('no transform')
}
