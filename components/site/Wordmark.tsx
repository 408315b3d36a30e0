import {Picture} from '@/components/portable-text/Picture'
import type {Settings} from '@/sanity/queries/settings'

/** Letters beyond which a name is set smaller on the front page. */
const LONG_NAME = 20
const LOGO_WIDTHS = [120, 240, 480]

/** The publication's name, or its logo, as the way home. */
export function Wordmark({settings: {name, logo}}: {settings: Pick<Settings, 'name' | 'logo'>}) {
  const className = visibleLength(name) > LONG_NAME ? 'wordmark wordmark-long' : 'wordmark'
  return (
    <a className={className} href="/" rel="home">
      {logo ? <Picture image={logo} alt={name} widths={LOGO_WIDTHS} sizes="15rem" eager /> : name}
    </a>
  )
}

/** In previews the Studio hides marks in the name, which would make every name a long one. */
function visibleLength(name: string): number {
  return name.replace(/\p{Cf}/gu, '').length
}
