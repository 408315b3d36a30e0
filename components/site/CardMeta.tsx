import {PublicationDate} from '@/components/article/PublicationDate'
import {ReadingTime} from '@/components/article/ReadingTime'
import type {DateSettings} from '@/lib/dates/formatDate'

interface CardMetaProps {
  article: {publishedAt: string | null; readingMinutes?: number}
  settings: DateSettings
}

export function CardMeta({article: {publishedAt, readingMinutes}, settings}: CardMetaProps) {
  if (!publishedAt && readingMinutes === undefined) return null
  return (
    <p className="meta card-meta">
      {publishedAt && <PublicationDate instant={publishedAt} settings={settings} />}
      {readingMinutes !== undefined && <ReadingTime minutes={readingMinutes} />}
    </p>
  )
}
