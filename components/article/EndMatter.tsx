import type {ReactNode} from 'react'

interface EndMatterProps {
  /** Unique on the page; the heading carries it. */
  id: string
  title: string
  role?: 'doc-endnotes' | 'doc-bibliography'
  className?: string
  children: ReactNode
}

/** A named part after the text: heading in the margin, matter beside it. */
export function EndMatter({id, title, role, className, children}: EndMatterProps) {
  return (
    <section className={['matter', className].filter(Boolean).join(' ')} role={role} aria-labelledby={id}>
      <h2 className="rail-label" id={id}>
        {title}
      </h2>
      <div>{children}</div>
    </section>
  )
}
