import {readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'

import {z} from 'zod'

import type {LakeDocument} from '../documents/document.ts'
import {isObject} from '../documents/json.ts'

const dataset = z.object({
  _type: z.literal('dataset'),
  _id: z.string(),
  /** Without `_rev` and the times, which results must not have either. */
  documents: z.array(z.custom<LakeDocument>((value) => isObject(value) && typeof value._id === 'string')),
})
const conformanceCase = z.object({
  _type: z.literal('test'),
  _id: z.string(),
  query: z.string(),
  params: z.record(z.string(), z.unknown()).nullish(),
  dataset: z.object({_ref: z.string()}),
  valid: z.boolean(),
  result: z.unknown(),
})

export type ConformanceCase = z.infer<typeof conformanceCase>

/** The official conformance suite of GROQ. @see https://github.com/sanity-io/groq-test-suite */
export interface Suite {
  datasets: z.infer<typeof dataset>[]
  cases: ConformanceCase[]
}

export function readSuite(path: string): Suite {
  const lines = gunzipSync(readFileSync(path)).toString().trim().split('\n')
  const entries = lines.map((line) => z.discriminatedUnion('_type', [dataset, conformanceCase]).parse(JSON.parse(line)))
  return {
    datasets: entries.filter((entry) => entry._type === 'dataset'),
    cases: entries.filter((entry) => entry._type === 'test'),
  }
}
