import type {Accounts} from '../accounts/accounts.ts'
import {clientAddress} from '../accounts/clientAddress.ts'
import {cookiesFor} from '../accounts/cookies.ts'
import {requestSecret} from '../accounts/identifyRequest.ts'
import {isTrustedOrigin, signInOrigin} from '../accounts/signInOrigin.ts'
import {signInPage} from '../accounts/signInPage.ts'
import {ForbiddenError, UnauthorizedError} from '../errors.ts'
import type {RouteHandler} from './route.ts'

const MAX_FORM_BYTES = 10_000

/** `GET /v…/auth/providers`: one provider, our own form. */
export const providers: RouteHandler = ({lake}) =>
  Response.json({
    providers: [
      {name: 'local', title: 'E-mail and password', url: `${lake.publicUrl}/v1/auth/login/local`, logo: null},
    ],
    thirdPartyLogin: false,
    sso: {saml: false},
  })

/** `GET /v…/auth/login/local?origin=…`: the form, which returns to `origin` when that is ours. */
export const signInForm: RouteHandler = ({url, lake}) => {
  const origin = signInOrigin(url.searchParams.get('origin'), lake.publicUrl)
  return origin ? signInPage({origin: origin.href, publicUrl: lake.publicUrl}) : unknownOrigin(lake.publicUrl)
}

/**
 * `POST /v…/auth/login/local` → 302 to `origin#sid=…`, with a session cookie. The Studio trades the `sid` for a token.
 *
 * @throws {ForbiddenError} 403, when the form was sent from another site.
 */
export function signIn(accounts: Accounts): RouteHandler {
  return async ({request, lake}) => {
    const {publicUrl} = lake
    if (!isTrustedOrigin(request.headers.get('origin'), publicUrl))
      throw new ForbiddenError('The sign-in form was sent from another site')
    const form = new URLSearchParams(await boundedText(request))
    const origin = signInOrigin(form.get('origin'), publicUrl)
    if (!origin) return unknownOrigin(publicUrl)

    const email = form.get('email') ?? ''
    const cookies = cookiesFor(publicUrl)
    const result = await accounts.signIn({
      email,
      password: form.get('password') ?? '',
      address: clientAddress(request.headers),
      device: cookies.device(request),
    })
    const page = {email, origin: origin.href, publicUrl}
    if (!('refused' in result)) return signedIn(accounts, {userId: result.userId, origin, request, publicUrl})
    if (result.refused === 'wrong')
      return signInPage({...page, status: 401, error: 'That e-mail and password do not belong together.'})
    const seconds = Math.ceil(result.waitMs / 1000)
    const error = `Too many attempts. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`
    return signInPage({...page, status: 429, error, retryAfterSeconds: seconds})
  }
}

/** `GET /v…/auth/fetch?sid=…` → `{token}`, once for each `sid`. @throws {UnauthorizedError} 401. */
export function fetchToken(accounts: Accounts): RouteHandler {
  return ({url}) => {
    const token = accounts.redeemTicket(url.searchParams.get('sid') ?? '')
    if (!token) throw new UnauthorizedError('This sign-in has expired or was used already; sign in again')
    return Response.json({token, label: 'Studio'}, {headers: {'cache-control': 'no-store'}})
  }
}

/** `GET /v…/auth/id` → `{id}` of who is signed in. */
export const authId: RouteHandler = ({identity}) =>
  Response.json({id: identity?.id}, {headers: {'cache-control': 'no-store'}})

/** `POST /v…/auth/logout` ends the whole sign-in, cookie and token. */
export function signOut(accounts: Accounts): RouteHandler {
  return ({request, lake}) => {
    const secret = requestSecret(request, lake.publicUrl)
    if (secret) accounts.endSession(secret)
    return Response.json({message: 'Signed out'}, {headers: {'set-cookie': cookiesFor(lake.publicUrl).clearSession()}})
  }
}

function signedIn(
  accounts: Accounts,
  {userId, origin, request, publicUrl}: {userId: string; origin: URL; request: Request; publicUrl: string},
): Response {
  const {session, ticket} = accounts.startSession(userId, request.headers.get('user-agent'))
  const cookies = cookiesFor(publicUrl)
  origin.hash = `sid=${ticket}`
  const headers = new Headers({location: origin.href, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer'})
  headers.append('set-cookie', cookies.setSession(session))
  headers.append('set-cookie', cookies.setDevice(accounts.rememberDevice(userId)))
  return new Response(null, {status: 302, headers})
}

function unknownOrigin(publicUrl: string): Response {
  const error = `The Studio was opened at an address that is not this publication's. Open it at ${new URL('/studio', publicUrl).href}.`
  return signInPage({status: 400, error, publicUrl})
}

async function boundedText(request: Request): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of request.body ?? []) {
    text += decoder.decode(chunk, {stream: true})
    if (text.length > MAX_FORM_BYTES) throw new ForbiddenError('The sign-in form is too large')
  }
  return text + decoder.decode()
}
