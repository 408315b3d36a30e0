/** A moment as a person says it, in the browser's zone: `23 Nov 2026, 09:15`; `never` for none. */
export function when(instant: string | null): string {
  if (instant === null) return 'never'
  return new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'short'}).format(new Date(instant))
}
