import {createHash} from 'node:crypto'

import {trustedOrigins} from './signInOrigin.ts'

const STYLE = `
  :root { color-scheme: light dark; --ink: #1c1b19; --paper: #f7f5f0; --card: #fff; --line: #8a857a; --accent: #7a2e1d; --error: #a3160a }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #ece8df; --paper: #171614; --card: #211f1c; --line: #8f897c; --accent: #f0a58f; --error: #ff9d8f }
  }
  * { box-sizing: border-box }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--paper);
    color: var(--ink); font: 1rem/1.5 ui-sans-serif, system-ui, sans-serif }
  main { width: 100%; max-width: 24rem; padding: 2rem; background: var(--card); border-radius: 6px;
    border-top: 4px solid var(--accent); box-shadow: 0 1px 2px #0002, 0 12px 40px #0001 }
  h1 { margin: 0 0 1.5rem; font: 600 1.75rem/1.2 ui-serif, Georgia, serif }
  label { display: block; margin: 1rem 0 .25rem; font-weight: 600; font-size: .9rem }
  input { width: 100%; padding: .65rem .75rem; font: inherit; color: inherit; background: transparent;
    border: 1px solid var(--line); border-radius: 4px }
  input:focus-visible, button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
  button { width: 100%; margin-top: 1.5rem; padding: .75rem; font: inherit; font-weight: 600; cursor: pointer;
    color: var(--card); background: var(--accent); border: 0; border-radius: 4px }
  [role=alert] { margin: 0 0 1rem; padding: .75rem; border-left: 4px solid var(--error); color: var(--error) }
  footer { margin-top: 1.5rem; font-size: .85rem; opacity: .8 }
`

export interface SignInPage {
  status?: number
  /** Plain text, shown above the form. */
  error?: string
  email?: string
  /** Where the form returns to; without it the page shows the error alone. */
  origin?: string
  publicUrl: string
  retryAfterSeconds?: number
}

/** The sign-in form as a page that needs no script. */
export function signInPage({
  status = 200,
  error,
  email = '',
  origin,
  publicUrl,
  retryAfterSeconds,
}: SignInPage): Response {
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policy(publicUrl),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  })
  if (retryAfterSeconds) headers.set('retry-after', String(retryAfterSeconds))
  return new Response(html({error, email, origin}), {status, headers})
}

function html({error, email, origin}: {error?: string; email: string; origin?: string}): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${error ? 'Error: ' : ''}Sign in</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Sign in</h1>
${error ? `<p role="alert" id="error">${escapeHtml(error)}</p>` : ''}
${origin === undefined ? '' : form({error, email, origin})}
<footer>Forgotten your password? Whoever runs this publication can set a new one.</footer>
</main>
</body>
</html>
`
}

function form({error, email, origin}: {error?: string; email: string; origin: string}): string {
  const described = error ? ' aria-describedby="error"' : ''
  const [emailFocus, passwordFocus] = email ? ['', ' autofocus'] : [' autofocus', '']
  return `<form method="post">
<input type="hidden" name="origin" value="${escapeHtml(origin)}">
<label for="email">E-mail</label>
<input id="email" name="email" type="email" autocomplete="username" required value="${escapeHtml(email)}"${described}${emailFocus}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${described}${passwordFocus}>
<button>Sign in</button>
</form>`
}

/** `form-action` is applied to the redirect after the form as well, hence the Studio's other names. */
function policy(publicUrl: string): string {
  const style = createHash('sha256').update(STYLE).digest('base64')
  const targets = ["'self'", ...trustedOrigins(publicUrl)].join(' ')
  return `default-src 'none'; style-src 'sha256-${style}'; form-action ${targets}; frame-ancestors 'none'; base-uri 'none'`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
