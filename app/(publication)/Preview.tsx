import {PreviewNotice} from '@/components/site/PreviewNotice'

/** What an editor who previews drafts gets on every page. Imported when needed, so that readers' pages hold none of it. */
export async function Preview() {
  const {Overlays} = await import('./Overlays.client')
  return (
    <>
      <PreviewNotice />
      <Overlays />
    </>
  )
}
