import {creditParts, type Credit, type CreditPart} from './credit'

/** A figure's credit; a creator who is written with a label of her own, “Chart: Ana Ruiz”, keeps it. */
export function labelledCredit(credit: Credit | null | undefined): CreditPart[] {
  const [, label, creator] = /^(\p{L}[\p{L} ]{1,30}):\s+(\S.*)$/u.exec(credit?.creator ?? '') ?? []
  return label && creator ? creditParts({...credit, creator}, label) : creditParts(credit)
}
