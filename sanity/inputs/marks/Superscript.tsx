import type {BlockDecoratorProps} from 'sanity'

export function SuperscriptIcon() {
  return (
    <span aria-hidden style={{fontSize: '0.7em'}}>
      X<sup style={{fontSize: '0.75em'}}>2</sup>
    </span>
  )
}

export function Superscript({children}: BlockDecoratorProps) {
  return <sup>{children}</sup>
}
