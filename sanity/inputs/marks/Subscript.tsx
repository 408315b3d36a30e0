import type {BlockDecoratorProps} from 'sanity'

export function SubscriptIcon() {
  return (
    <span aria-hidden style={{fontSize: '0.7em'}}>
      X<sub style={{fontSize: '0.75em'}}>2</sub>
    </span>
  )
}

export function Subscript({children}: BlockDecoratorProps) {
  return <sub>{children}</sub>
}
