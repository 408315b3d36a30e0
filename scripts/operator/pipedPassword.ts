import {fstatSync} from 'node:fs'

const FIRST_BYTE_MS = 300

/**
 * The first line piped into this program, or null when nothing is piped.
 *
 * A program that starts this one may leave an empty pipe open for ever, so an unasked-for password has to be there at
 * once; with `mustWait` it may take its time, as a password manager does.
 */
export async function readPipedPassword({mustWait}: {mustWait: boolean}): Promise<string | null> {
  const stdin = fstatSync(0)
  if (process.stdin.isTTY || !(stdin.isFIFO() || stdin.isFile() || stdin.isSocket())) return null
  if (!mustWait && !(await hasInput())) return null
  let text = ''
  for await (const chunk of process.stdin) {
    text += String(chunk)
    if (text.includes('\n') || text.length > 2000) break
  }
  return text.split(/\r?\n/)[0] || null
}

function hasInput(): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FIRST_BYTE_MS, false)
    process.stdin.once('readable', () => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}
