import {enhancement} from '@/app/enhance/enhancement'

const FOREVER = 'public, max-age=31536000, immutable'
const BRIEFLY = 'public, max-age=60'

interface FileProps {
  params: Promise<{file: string}>
}

/**
 * The script of readers' pages. Its name changes with its text, so that it may be kept for ever; a page kept from
 * before a change asks by an older name, and gets the script that there is.
 */
export async function GET(_: Request, {params}: FileProps): Promise<Response> {
  const {file} = await params
  if (!/^article-[\da-f]{12}\.js$/.test(file)) return new Response('Not found', {status: 404})
  const {name, text} = enhancement()
  return new Response(text, {
    headers: {'content-type': 'text/javascript; charset=utf-8', 'cache-control': file === name ? FOREVER : BRIEFLY},
  })
}
