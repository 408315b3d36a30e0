import type {ReferenceRecord} from '@/lib/citations/reference'

export type AdviceLevel = 'error' | 'warning' | 'info'

/** Text fields to be set at once; null empties one. */
export type Fix = Readonly<Record<string, string | null>>

export interface Advice {
  field: keyof ReferenceRecord
  level: AdviceLevel
  /** A sentence to the editor that says what to do. */
  message: string
  /** What would settle it. */
  fix?: Fix
}
