import type {ReactNode} from 'react'

interface PageHeaderProps {
  title: string
  /** What kind of page it is, above the title: “Topic”. */
  kind?: ReactNode
  description?: string | null
}

export function PageHeader({title, kind, description}: PageHeaderProps) {
  return (
    <header className="page-header">
      {kind && <p className="kicker">{kind}</p>}
      <h1>{title}</h1>
      {description && <p>{description}</p>}
    </header>
  )
}
