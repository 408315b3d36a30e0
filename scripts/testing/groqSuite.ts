import {fileURLToPath} from 'node:url'

/** The folder with `suite.ndjson.gz`, the official conformance suite of GROQ, which is not part of this repository. */
export const GROQ_SUITE =
  process.env.GROQ_SUITE ?? fileURLToPath(new URL('../../../shared/groq-suite', import.meta.url))
