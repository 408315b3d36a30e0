import type {DatabaseSync} from 'node:sqlite'
import type {z} from 'zod'

import {BadRequestError, ForbiddenError, NotFoundError} from '../errors.ts'
import type {Evaluator} from './evaluator.ts'
import {addressProblem, SITE, type Hook, type hookChanges, type newHook} from './hook.ts'
import {deleteHook, insertHook, readHooks, replaceHook} from './hooks.ts'
import type {Queue} from './queue.ts'

interface RegistryOptions {
  db: DatabaseSync
  queue: Queue
  evaluator: Evaluator
  /** The webhook of the environment, which nobody can change here. */
  site: Hook | null
  allowPrivate: boolean
  /** The place of the newest commit in the log. */
  lastSequence: () => number
  now: () => number
}

export type Registry = ReturnType<typeof createRegistry>

/** The webhooks of an installation: reads, checks and changes them. What is wrong is a `LakeError`. */
export function createRegistry({db, queue, evaluator, site, allowPrivate, lastSequence, now}: RegistryOptions) {
  const list = (): Hook[] => [...(site ? [site] : []), ...readHooks(db)]

  function get(id: string): Hook {
    const hook = list().find((one) => one.id === id)
    if (!hook) throw new NotFoundError(`There is no webhook "${id}"`)
    return hook
  }

  async function check({url, ...hook}: Pick<Hook, 'url' | 'filter' | 'projection' | 'includeDrafts'>): Promise<void> {
    const problem = addressProblem(url, {allowPrivate})
    if (problem) throw new BadRequestError(problem)
    await evaluator.check(hook).catch((cause: unknown) => {
      throw new BadRequestError(cause instanceof Error ? cause.message : String(cause), {cause})
    })
  }

  function changeable(id: string): Hook {
    const hook = get(id)
    if (id === SITE)
      throw new ForbiddenError("The site's own webhook comes from the environment and cannot be changed here")
    return hook
  }

  return {
    list,
    get,

    /** @throws {BadRequestError} 400, for an address that is refused and for what is not GROQ. */
    async create({rule, type: _type, ...input}: z.output<typeof newHook>, createdByUserId: string): Promise<Hook> {
      const hook = {
        ...input,
        on: [...new Set(rule.on)],
        filter: rule.filter?.trim() || null,
        projection: rule.projection?.trim() || null,
        description: input.description ?? null,
        secret: input.secret || null,
        headers: known(input.headers, {}),
        createdAt: new Date(now()).toISOString(),
        createdByUserId,
        since: lastSequence(),
      }
      await check(hook)
      return insertHook(db, hook)
    },

    /** @throws {NotFoundError} 404, {@link ForbiddenError} 403 for the site's own, {@link BadRequestError} 400. */
    async change(id: string, {rule = {}, ...input}: z.output<typeof hookChanges>): Promise<Hook> {
      const old = changeable(id)
      const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
      const hook: Hook = {
        ...old,
        ...given,
        on: rule.on ? [...new Set(rule.on)] : old.on,
        filter: rule.filter === undefined ? old.filter : rule.filter?.trim() || null,
        projection: rule.projection === undefined ? old.projection : rule.projection?.trim() || null,
        description: input.description === undefined ? old.description : input.description,
        secret: input.secret === '' ? null : (input.secret ?? old.secret),
        headers: input.headers ? known(input.headers, old.headers) : old.headers,
      }
      await check(hook)
      // What happens while it is off, or to another dataset, is never announced.
      const isFresh = (old.isDisabledByUser && !hook.isDisabledByUser) || old.dataset !== hook.dataset
      if (hook.isDisabledByUser || isFresh) queue.cancel(id)
      const changed = isFresh ? {...hook, since: lastSequence()} : hook
      replaceHook(db, changed)
      return changed
    },

    /** @throws {NotFoundError} 404, {@link ForbiddenError} 403 for the site's own. */
    remove(id: string): void {
      changeable(id)
      deleteHook(db, id)
      queue.forget(id)
    },
  }
}

function known(headers: Record<string, string | null>, old: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const kept = value ?? old[name]
      return kept === undefined ? [] : [[name, kept]]
    }),
  )
}
