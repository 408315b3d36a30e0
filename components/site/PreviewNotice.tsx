/** Tells an editor that this page shows drafts, and leads back to what readers see. Not printed. */
export function PreviewNotice() {
  return (
    <aside className="preview-notice" aria-label="Preview">
      You are looking at drafts. <a href="/api/draft-mode/disable">Leave the preview</a>
    </aside>
  )
}
