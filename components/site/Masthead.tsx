import type {Settings} from '@/sanity/queries/settings'

import {Navigation} from './Navigation'
import {Wordmark} from './Wordmark'

interface MastheadProps {
  settings: Settings
  current: string
}

/** On the front page the name is the page's title, and large. */
export function Masthead({settings, current}: MastheadProps) {
  const isFront = current === '/'
  const Title = isFront ? 'h1' : 'p'
  return (
    <header className={isFront ? 'masthead masthead-front' : 'masthead'}>
      <div className="frame masthead-inner">
        <Title className="masthead-title">
          <Wordmark settings={settings} />
        </Title>
        {isFront && settings.tagline && <p className="tagline">{settings.tagline}</p>}
        <Navigation settings={settings} current={current} label="Main" />
      </div>
    </header>
  )
}
