import {formatDate, machineDate, type DateSettings} from '@/lib/dates/formatDate'

/** A day as the publication's readers know it, from an instant or a plain `YYYY-MM-DD`. */
export function PublicationDate({instant, settings}: {instant: string; settings: DateSettings}) {
  return <time dateTime={machineDate(instant, settings)}>{formatDate(instant, settings)}</time>
}
