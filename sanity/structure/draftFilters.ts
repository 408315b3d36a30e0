/**
 * Documents with a draft: new ones, and published ones with changes that readers do not see yet.
 *
 * Lists are read in the `drafts` perspective, where `_id` is the published id and `_originalId` tells which version it
 * is; they listen without a perspective, where `_id` is all there is. The filter has to match in both.
 */
export const changedFilter = '(_originalId in path("drafts.**") || _id in path("drafts.**"))'

/**
 * Documents that are published and have no draft. Without a perspective it matches every version, so that the list
 * also notices a draft that appears.
 */
export const unchangedFilter = '(_originalId == _id || !defined(_originalId))'
