/** As much as a very long bibliography; more would be something else. */
const MAX_FILE_BYTES = 1024 * 1024

/** The files that are read as bibliographies, and a sentence about those that are too large to be any. */
export function filesToTake<File extends {name: string; size: number}>(
  files: readonly File[],
): {taken: File[]; refusal: string | null} {
  const taken = files.filter(({size}) => size <= MAX_FILE_BYTES)
  const refused = files.filter(({size}) => size > MAX_FILE_BYTES).map(({name}) => name)
  const refusal =
    refused.length === 0
      ? null
      : `Not read, because a file may have 1 MB at most: ${refused.join(', ')}. Save parts of it as files of their own.`
  return {taken, refusal}
}
