export function startsRis(line: string): boolean {
  return /^\s*TY {1,3}- ?\S/.test(line)
}

export function isRisTag(line: string): boolean {
  return /^\s*[A-Z][A-Z0-9] {1,3}-(?: |$)/.test(line)
}

export function endsRis(line: string): boolean {
  return /^\s*ER {1,3}- ?\s*$/.test(line)
}
