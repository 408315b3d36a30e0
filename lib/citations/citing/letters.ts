/** `a` for 0, `z` for 25, `aa` for 26: the letters that tell one citation of a reference from the next. */
export function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last
}
