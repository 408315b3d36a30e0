import type {Confidence, FieldConfidence, ParsedReference, Reading} from './parsedEntry'

/** Collects what a line says, field by field, with how sure it is. Blank values are left out. */
export class EntryFields {
  readonly reference: ParsedReference = {}
  readonly confidence: FieldConfidence = {}
  readonly problems: string[] = []

  set<K extends keyof ParsedReference>(name: K, value: ParsedReference[K], confidence: Confidence) {
    if (value === undefined || value === null || value === '') return
    this.reference[name] = value
    this.confidence[name] = confidence
  }

  drop(name: keyof ParsedReference) {
    delete this.reference[name]
    delete this.confidence[name]
  }

  /** Lowers what is known already: the line as a whole is of a kind that is read less well. */
  weaken(to: Confidence) {
    for (const [name, value] of Object.entries(this.confidence)) {
      if (/^(?:doi|url|accessed|isbn|archive)$/.test(name)) continue
      if (value !== 'guess' && !(to === 'likely' && value === 'likely')) Reflect.set(this.confidence, name, to)
    }
  }

  reading(): Reading {
    if (!this.reference.issued) {
      this.set('issued', {status: 'nd'}, 'guess')
      this.problems.push('No date was found.')
    }
    return {reference: this.reference, confidence: this.confidence, problems: [...new Set(this.problems)]}
  }
}
