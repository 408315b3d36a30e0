import {z} from 'zod'

import {BadRequestError, NotFoundError} from '../errors.ts'
import type {Route, RouteContext, RouteHandler} from './route.ts'
import {hookChanges, hookJson, newHook} from '../webhooks/hook.ts'
import type {LoggedAttempt, Message, Page} from '../webhooks/queue.ts'
import type {Webhooks} from '../webhooks/webhooks.ts'
import {readJson} from './body.ts'
import {requireProject} from './projects.ts'

const MAX_PAGE = 500

const page = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(100),
  offset: z.coerce.number().int().min(0).default(0),
})

/**
 * Webhooks, as the hosted lake has them at these addresses, for administrators. `secret` and the values of `headers` are
 * never shown again: they read null, and null in a change leaves them as they are. `opened` is called for each request.
 *
 * @see https://www.sanity.io/docs/http-reference/webhooks
 */
export function hookRoutes(opened: () => Pick<Webhooks, 'registry' | 'queue' | 'follow' | 'retry'>): Route[] {
  const registry = () => opened().registry
  const json = (context: RouteContext, id: string) => hookJson(registry().get(id), context.lake.projectId)

  const list: RouteHandler = (context) => {
    const {projectId} = forProject(context)
    return Response.json(
      registry()
        .list()
        .map((hook) => hookJson(hook, projectId)),
    )
  }

  const create: RouteHandler = async (context) => {
    const {identity} = forProject(context)
    const {id} = await registry().create(parsed(newHook, await readJson(context.request)), identity)
    await opened().follow()
    return Response.json(json(context, id), {status: 201})
  }

  const read: RouteHandler = (context) => Response.json(json(context, forProject(context).hook))

  const change: RouteHandler = async (context) => {
    const {hook} = forProject(context)
    await registry().change(hook, parsed(hookChanges, await readJson(context.request)))
    await opened().follow()
    return Response.json(json(context, hook))
  }

  const remove: RouteHandler = async (context) => {
    registry().remove(forProject(context).hook)
    await opened().follow()
    return new Response(null, {status: 204})
  }

  const messages: RouteHandler = (context) => {
    const {hook, projectId} = forProject(context)
    const {id} = registry().get(hook)
    return Response.json(
      opened()
        .queue.messages(id, pageOf(context))
        .map((message) => messageJson(message, projectId)),
    )
  }

  const attempts: RouteHandler = (context) => {
    const {hook, projectId} = forProject(context)
    const {id} = registry().get(hook)
    return Response.json(
      opened()
        .queue.attempts(id, pageOf(context))
        .map((attempt) => attemptJson(attempt, projectId)),
    )
  }

  const attempt: RouteHandler = (context) => {
    const {projectId} = forProject(context)
    const found = opened().queue.attempt(context.params.attempt ?? '')
    if (!found) throw new NotFoundError(`There is no attempt "${context.params.attempt}"`)
    return Response.json(attemptJson(found, projectId))
  }

  const retry: RouteHandler = (context) => {
    const {hook} = forProject(context)
    return Response.json({queued: opened().retry(hook, context.params.message)})
  }

  return [
    ['GET', '/v*/hooks/projects/:project', 'administrator', list],
    ['POST', '/v*/hooks/projects/:project', 'administrator', create],
    ['GET', '/v*/hooks/projects/:project/attempts/:attempt', 'administrator', attempt],
    ['GET', '/v*/hooks/projects/:project/:hook', 'administrator', read],
    ['PATCH', '/v*/hooks/projects/:project/:hook', 'administrator', change],
    ['PUT', '/v*/hooks/projects/:project/:hook', 'administrator', change],
    ['DELETE', '/v*/hooks/projects/:project/:hook', 'administrator', remove],
    ['GET', '/v*/hooks/projects/:project/:hook/messages', 'administrator', messages],
    ['GET', '/v*/hooks/projects/:project/:hook/attempts', 'administrator', attempts],
    ['POST', '/v*/hooks/projects/:project/:hook/retry', 'administrator', retry],
    ['POST', '/v*/hooks/projects/:project/:hook/messages/:message/retry', 'administrator', retry],
    ['GET', '/v*/hooks/:hook/messages', 'administrator', messages],
  ]
}

/** @throws {NotFoundError} 404 for another project. */
function forProject({params, identity, lake}: RouteContext): {hook: string; identity: string; projectId: string} {
  if (params.project !== undefined) requireProject(lake, params)
  return {hook: params.hook ?? '', identity: identity?.id ?? '', projectId: lake.projectId}
}

function parsed<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new BadRequestError(`${issue?.path.join('.') || 'The body'}: ${issue?.message}`)
}

function pageOf({url}: RouteContext): Page {
  return parsed(page, Object.fromEntries(url.searchParams))
}

function messageJson({key: _key, isAside: _isAside, dueAt, createdAt, ...message}: Message, projectId: string) {
  return {
    ...message,
    projectId,
    createdAt: new Date(createdAt).toISOString(),
    nextAttemptAt: message.status === 'queued' ? new Date(dueAt).toISOString() : null,
  }
}

function attemptJson({createdAt, failureReason, ...attempt}: LoggedAttempt, projectId: string) {
  const at = new Date(createdAt).toISOString()
  return {
    ...attempt,
    projectId,
    inProgress: false,
    isFailure: failureReason !== null,
    failureReason,
    createdAt: at,
    updatedAt: at,
  }
}
