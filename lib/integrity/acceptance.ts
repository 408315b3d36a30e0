import type {IntegrityWarning, Problem, WarningCode} from './problem'

/** What an editor said when something was published in spite of warnings. */
export interface Acceptance {
  reason: string
  /** ISO 8601, UTC. */
  at: string
  /** The editor's name, as it was then. */
  by: string
  warnings: readonly AcceptedWarning[]
}

export interface AcceptedWarning {
  code: string
  referenceId: string
  subject: string
}

/** The newest acceptance of a warning, or undefined when nobody has accepted it, or what it is about has changed. */
export function acceptanceOf(warning: IntegrityWarning, acceptances: readonly Acceptance[]): Acceptance | undefined {
  const {code, referenceId, subject} = warning
  return acceptances.findLast(({warnings}) =>
    warnings.some(
      (accepted) =>
        accepted.code === code && accepted.referenceId === referenceId && accepted.subject === subjectKey(subject),
    ),
  )
}

/** Warnings that nobody has given a reason for yet. */
export function unanswered(problems: readonly Problem[], acceptances: readonly Acceptance[]): IntegrityWarning[] {
  return problems.filter((problem) => problem.level === 'warning').filter((one) => !acceptanceOf(one, acceptances))
}

/** What is stored of a warning. */
export function toAccepted({code, referenceId, subject}: IntegrityWarning): AcceptedWarning & {code: WarningCode} {
  return {code, referenceId, subject: subjectKey(subject)}
}

const MAX_SUBJECT = 500

function subjectKey(subject: string): string {
  return subject.slice(0, MAX_SUBJECT)
}
