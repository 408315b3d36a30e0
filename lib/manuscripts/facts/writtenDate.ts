const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/
const DAY_FIRST = new RegExp(
  `^(?:\\p{L}+day,?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4})$`,
  'iu',
)
const MONTH_FIRST = new RegExp(`^(?:\\p{L}+day,?\\s+)?${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`, 'iu')

/** `YYYY-MM-DD` of a line that is a date and nothing else: `12 March 2026`, `March 12th, 2026`, `2026-03-12`. */
export function writtenDate(text: string): string | null {
  const line = text
    .trim()
    .replace(/^(?:published|posted|date)(?:\s+on)?\s*:?\s+/i, '')
    .replace(/\.$/, '')
  const iso = ISO.exec(line)
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dayFirst = DAY_FIRST.exec(line)
  if (dayFirst) return valid(Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]))
  const monthFirst = MONTH_FIRST.exec(line)
  return monthFirst ? valid(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2])) : null
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function valid(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
