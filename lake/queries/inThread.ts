import type {QueryLimits} from '../groq/limits.ts'
import type {Views} from '../views.ts'

import {answer} from './answer.ts'
import type {Queries} from './queries.ts'

/** Evaluates on the spot, for datasets that are in this process's memory alone. */
export function inThread(views: Views, limits: QueryLimits): Queries {
  return {
    run: async (request) => answer(request, views, limits),
    start: () => undefined,
    close: async () => undefined,
  }
}
