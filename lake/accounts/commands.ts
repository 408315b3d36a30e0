import {roles, type Role} from '../identity.ts'
import {AccountError} from './accountError.ts'
import type {Accounts} from './accounts.ts'
import {generatePassword} from './password.ts'

export interface Given {
  accounts: Accounts
  /** The names after the command, as many as it takes. */
  names: string[]
  name: string | undefined
  role: string | undefined
  /** The password that was piped in, or null. */
  readPassword: () => Promise<string | null>
}

export interface Command {
  takes: readonly string[]
  options?: string
  /** Does it and returns what to print. @throws {AccountError} for what a person can put right. */
  run(given: Given): string[] | Promise<string[]>
}

/** What `npm run accounts` can do, in the order of its usage. */
export const commands: Record<string, Command> = {
  list: {
    takes: [],
    run: ({accounts}) => columns(accounts.users().map(({email, role, name}) => [email, role, name])),
  },
  add: {
    takes: ['EMAIL'],
    options: `[--name "Ada Lovelace"] [--role ${roles.join('|')}]`,
    async run({accounts, names: [email = ''], name, role, readPassword}) {
      const parsed = parseRole(role ?? 'editor')
      const {password, told} = await choosePassword(readPassword)
      await accounts.add({email, name: name ?? email.replace(/@.*/, ''), role: parsed, password})
      return [`Added ${email} (${parsed}).`, ...told]
    },
  },
  role: {
    takes: ['EMAIL', 'ROLE'],
    run({accounts, names: [email = '', role = '']}) {
      const parsed = parseRole(role)
      accounts.update(accounts.userByEmail(email).id, {role: parsed})
      return [`${email} is ${parsed} now, and signed out.`]
    },
  },
  password: {
    takes: ['EMAIL'],
    async run({accounts, names: [email = ''], readPassword}) {
      const {id} = accounts.userByEmail(email)
      const {password, told} = await choosePassword(readPassword)
      await accounts.setPassword({id, password})
      return [`Changed the password of ${email}.`, ...told]
    },
  },
  'sign-out': {
    takes: ['EMAIL'],
    run({accounts, names: [email = '']}) {
      const {id} = accounts.userByEmail(email)
      const ended = accounts.sessions(id).filter((session) => accounts.revokeSession({userId: id, id: session.id}))
      return [`Signed ${email} out of ${ended.length} ${ended.length === 1 ? 'browser' : 'browsers'}.`]
    },
  },
  remove: {
    takes: ['EMAIL'],
    run({accounts, names: [email = '']}) {
      accounts.remove(accounts.userByEmail(email).id)
      return [`Removed ${email}, who is signed out now.`]
    },
  },
  tokens: {
    takes: [],
    run: ({accounts}) =>
      columns(accounts.tokens().map(({id, role, label, lastUsedAt}) => [id, role, label, lastUsedAt ?? 'never used'])),
  },
  'add-token': {
    takes: ['NAME'],
    options: '[--role viewer]',
    run({accounts, names: [label = ''], role}) {
      const token = accounts.addToken({label, role: parseRole(role ?? 'viewer')})
      return [`Made the token ${token.label} (${token.role}). It is shown this once:`, token.key]
    },
  },
  'remove-token': {
    takes: ['NAME'],
    run({accounts, names: [name = '']}) {
      const {label} = accounts.revokeToken(name)
      return [`Removed the token ${label}, which opens nothing now.`]
    },
  },
}

/** How a command is written: `role EMAIL ROLE`. */
export function usageOf(name: string, {takes, options}: Command): string {
  return ['npm run accounts --', name, ...takes, ...(options ? [options] : [])].join(' ')
}

async function choosePassword(readPassword: Given['readPassword']): Promise<{password: string; told: string[]}> {
  const piped = await readPassword()
  if (piped !== null) return {password: piped, told: []}
  const password = generatePassword()
  return {password, told: [`Password: ${password}`]}
}

function parseRole(role: string): Role {
  const known = roles.find((name) => name === role)
  if (!known) throw new AccountError(`"${role}" is not a role: choose ${roles.join(', ')}`)
  return known
}

/** Lines with each column but the last as wide as its widest entry. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
