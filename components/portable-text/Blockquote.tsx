import {isBlank, type TextBlockProps} from './basicComponents'

export function Blockquote({children, value}: TextBlockProps) {
  if (isBlank(value)) return null
  return (
    <blockquote>
      <p>{children}</p>
    </blockquote>
  )
}
