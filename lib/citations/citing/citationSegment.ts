/** A piece of what a citation prints. All of it, read on, is the citation. */
export interface CitationSegment {
  /** Safe markup: `i`, `b`, `sup` and `sub`, nothing else. */
  html: string
  /** The way to the entry, and how a screen reader calls it. */
  link?: {id: string; href: string; label: string}
  /** Set above the line, as numbers are. */
  isRaised: boolean
  /** Whether a screen reader has heard it in the name of the link before. */
  isSilent?: boolean
}

/** The segments in runs of those above the line and those in it. */
export function segmentRuns(segments: readonly CitationSegment[]): CitationSegment[][] {
  const runs: CitationSegment[][] = []
  for (const segment of segments) {
    const run = runs.at(-1)
    if (run?.[0]?.isRaised === segment.isRaised) run.push(segment)
    else runs.push([segment])
  }
  return runs
}
