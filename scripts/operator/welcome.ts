import type {Administrator} from './lake.ts'
import type {Settings} from './settings.ts'

/** Says where everything is, and how to sign in. The password is shown here and nowhere else. */
export function printWelcome({siteUrl, hosted}: Settings, account: Administrator | null): void {
  console.log(`
  Site     ${siteUrl}
  Studio   ${siteUrl}/studio
${hosted ? '  Sign in  with your Sanity account' : signIn(account)}

  Ctrl-C stops everything.
`)
}

/** The account of the first start, when the start itself did not succeed. */
export function printAccount(account: Administrator): void {
  console.log(`\n${signIn(account)}`)
}

function signIn(account: Administrator | null): string {
  if (!account) {
    return `  Sign in  with the account made at the first start
           (forgotten? npm run accounts -- list, then npm run accounts -- password EMAIL)`
  }
  return `  Sign in  ${account.email}
  Password ${account.password}
           (shown this once; change it with: npm run accounts -- password ${account.email})`
}
