import {readingLabel} from '@/lib/portable-text/readingTime'

export function ReadingTime({minutes}: {minutes: number}) {
  return <span>{readingLabel(minutes)}</span>
}
