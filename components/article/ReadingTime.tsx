export function ReadingTime({minutes}: {minutes: number}) {
  return <span>{minutes === 1 ? '1 min read' : `${minutes} mins read`}</span>
}
