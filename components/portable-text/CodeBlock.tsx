import {codeLanguages} from '@/lib/vocabularies/codeLanguages'
import type {Code} from '@/sanity/queries/body'

/** Focusable, because long lines scroll sideways and a keyboard must reach them. */
export function CodeBlock({value: {language, filename, code}}: {value: Code}) {
  const languageTitle = codeLanguages.find(({value}) => value === language)?.title
  const caption = [filename, languageTitle].filter(Boolean).join(' · ')
  return (
    <figure className="code">
      {caption && <figcaption>{caption}</figcaption>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </figure>
  )
}
