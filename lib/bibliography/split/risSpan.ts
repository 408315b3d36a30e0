export function startsRis(line: string): boolean {
  return /^[\s\ufeff]*TY[ \u00a0\t]{1,3}-[ \u00a0\t]*\S/.test(line)
}

export function isRisTag(line: string): boolean {
  return /^\s*[A-Z][A-Z0-9](?:[ \u00a0\t]{1,3}-(?:[ \u00a0\t]|$)|[ \u00a0]{2}-)/.test(line)
}

export function endsRis(line: string): boolean {
  return /^\s*ER[ \u00a0\t]{0,3}-\s*$/.test(line)
}
