import type {ValidationContext} from 'sanity'

import type {AdviceLevel} from '@/lib/citations/advice/advice'
import {referenceAdvice} from '@/lib/citations/advice/referenceAdvice'
import {toReferenceRecord} from '@/lib/citations/referenceRecord'
import type {ReferenceRecord} from '@/lib/citations/reference'

interface LevelledRule<R> {
  custom: (validator: (value: unknown, context: ValidationContext) => true | string) => R
  warning: () => R
  info: () => R
}

/** The rules of a field of a reference: what `referenceAdvice` says of the field, at its level. */
export function adviceRules<R extends LevelledRule<R>>(rule: R, field: keyof ReferenceRecord): R[] {
  return [
    rule.custom(adviceOn(field, 'error')),
    rule.custom(adviceOn(field, 'warning')).warning(),
    rule.custom(adviceOn(field, 'info')).info(),
  ]
}

function adviceOn(field: keyof ReferenceRecord, level: AdviceLevel) {
  return (_value: unknown, {document}: ValidationContext): true | string => {
    const advice = referenceAdvice(toReferenceRecord(document), {thisYear: new Date().getFullYear()})
    const messages = advice.filter((one) => one.field === field && one.level === level).map(({message}) => message)
    return messages.length === 0 || messages.join(' ')
  }
}
