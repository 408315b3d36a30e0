import type {ReferenceRule} from 'sanity'

/**
 * The rule of a reference field, without the Studio's own demand that the document it points at be published already:
 * publishing an article publishes its references with it, and says itself what is missing.
 */
export function mayBeDraft(rule: ReferenceRule): ReferenceRule {
  return canForget(rule) ? rule.reset() : rule
}

/** Every rule can, but the type of those for reference fields does not say so. */
function canForget(rule: ReferenceRule): rule is ReferenceRule & {reset: () => ReferenceRule} {
  return 'reset' in rule && typeof rule.reset === 'function'
}
