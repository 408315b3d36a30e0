import {citationStyleChoices, loadCitationStyles} from '@/sanity/citationStyles'
import {refusalWithoutPass} from '@/sanity/studioServer/studioPass'

/** For the settings in the Studio → `{styles: {value, title}[], problems: string[]}`, the built-in styles first. */
export async function POST(request: Request): Promise<Response> {
  const refusal = refusalWithoutPass(request)
  if (refusal) return refusal
  const body = {styles: citationStyleChoices(), problems: loadCitationStyles().problems}
  return Response.json(body, {headers: {'cache-control': 'no-store'}})
}
