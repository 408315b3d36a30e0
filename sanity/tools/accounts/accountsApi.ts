import type {SanityClient} from 'sanity'
import {z} from 'zod'

import {roleNames, type RoleName} from './roles'

const role = z.enum(roleNames)
const instant = z.iso.datetime().nullable()

const account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  createdAt: z.iso.datetime(),
  lastSeenAt: instant,
})
const session = z.object({
  id: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: instant,
  userAgent: z.string().nullable(),
  isCurrent: z.boolean(),
})
const token = z.object({
  id: z.string(),
  label: z.string(),
  role,
  createdAt: z.iso.datetime(),
  lastUsedAt: instant,
})
const password = z.object({password: z.string()})

export type Account = z.infer<typeof account>
export type Session = z.infer<typeof session>
export type Token = z.infer<typeof token>
export type AccountsApi = ReturnType<typeof createAccountsApi>

/** What the lake lets a signed-in person do with accounts. Every method rejects with the lake's own sentence. */
export function createAccountsApi(client: SanityClient) {
  const tokens = `/projects/${client.config().projectId}/tokens`

  async function ask<T>(schema: z.ZodType<T>, method: string, url: string, body?: object): Promise<T> {
    return schema.parse(await client.request<unknown>({method, url, body}))
  }

  async function send(method: string, url: string, body?: object): Promise<void> {
    await client.request<unknown>({method, url, body})
  }

  return {
    people: () => ask(account.array(), 'GET', '/accounts'),
    /** Resolves with the password that was made up for the new person. */
    addPerson: async (person: {name: string; email: string; role: RoleName}) =>
      (await ask(password, 'POST', '/accounts', person)).password,
    changeRole: (id: string, name: RoleName) => send('PATCH', `/accounts/${id}`, {role: name}),
    /** Signs the person out everywhere and resolves with a new password. */
    resetPassword: async (id: string) => (await ask(password, 'POST', `/accounts/${id}/password`)).password,
    removePerson: (id: string) => send('DELETE', `/accounts/${id}`),

    changeOwnPassword: (passwords: {current: string; next: string}) => send('POST', '/accounts/me/password', passwords),
    ownSessions: () => ask(session.array(), 'GET', '/accounts/me/sessions'),
    endOwnSession: (id: string) => send('DELETE', `/accounts/me/sessions/${id}`),

    tokens: () => ask(token.array(), 'GET', tokens),
    /** Resolves with the token itself, which is shown this once. */
    addToken: async (wanted: {label: string; roleName: RoleName}) =>
      (await ask(z.object({key: z.string()}), 'POST', tokens, wanted)).key,
    removeToken: (id: string) => send('DELETE', `${tokens}/${id}`),
  }
}
