import {argon2, randomBytes, randomInt, timingSafeEqual, type Argon2Parameters} from 'node:crypto'

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const COST = {memory: 19_456, passes: 2, parallelism: 1}
const TAG_BYTES = 32
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/
const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789'

/** The password as a PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await derive({...COST, nonce, tagLength: TAG_BYTES, message: normalize(password)})
  const {memory, passes, parallelism} = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(hash)}`
}

/** False for a wrong password and for a string that is not a PHC string of argon2id. */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, expected] = PHC.exec(phc) ?? []
  if (!salt || !expected) return false
  const tag = Buffer.from(expected, 'base64')
  const hash = await derive({
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(salt, 'base64'),
    tagLength: tag.length,
    message: normalize(password),
  })
  return timingSafeEqual(hash, tag)
}

/** Twenty legible characters in groups of five, 99 bits: `h7kqm-2xwpd-…`. */
export function generatePassword(): string {
  const group = () => Array.from({length: 5}, () => LEGIBLE.charAt(randomInt(LEGIBLE.length))).join('')
  return [group(), group(), group(), group()].join('-')
}

/** Two keyboards may send the same letter as different code points; NFKC makes them one password. */
function normalize(password: string): string {
  return password.normalize('NFKC')
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

function derive(parameters: Argon2Parameters): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, hash) => (error ? reject(error) : resolve(hash)))
  })
}
