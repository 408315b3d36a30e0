/** Says that a list is cut, and where the rest is. */
export function Remainder({shown, total}: {shown: number; total: number}) {
  if (total <= shown) return null
  return (
    <p className="links">
      <span>
        The newest {shown} of {total}. <a href="/archive">The others are in the archive</a>
      </span>
    </p>
  )
}
