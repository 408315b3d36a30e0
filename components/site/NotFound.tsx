import {PageHeader} from './PageHeader'

/** For an address that has no page, or no longer has one. */
export function NotFound() {
  return (
    <>
      <PageHeader
        title="There is no such page"
        description="The address may be mistyped, or what was here has been withdrawn."
      />
      <p className="links">
        <a href="/">Front page</a>
        <a href="/archive">Archive</a>
        <a href="/topics">Topics</a>
        <a href="/authors">Authors</a>
      </p>
    </>
  )
}
