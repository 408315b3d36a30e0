import {PageHeader} from './PageHeader'

/** For a page whose content cannot be had at the moment, and of which there is no earlier state. */
export function Unavailable() {
  return (
    <PageHeader
      title="This page cannot be shown right now"
      description="It is being looked for again already. Please reload in a few seconds."
    />
  )
}
