import type {Settings} from '@/sanity/queries/settings'

import {Navigation} from './Navigation'
import {Wordmark} from './Wordmark'

interface FooterProps {
  settings: Settings
  current: string
}

export function Footer({settings, current}: FooterProps) {
  const {name, description, tagline} = settings
  return (
    <footer className="footer">
      <div className="frame">
        <Wordmark settings={{name, logo: null}} />
        <Navigation settings={settings} current={current} label="Footer" />
        <div className="colophon">
          {(description ?? tagline) && <p>{description ?? tagline}</p>}
          <p>
            Every work that is cited here is listed under <a href="/references">References</a>, formatted by{' '}
            <a href="https://citeproc-js.readthedocs.io/" rel="external">
              citeproc-js
            </a>{' '}
            in styles of{' '}
            <a href="https://citationstyles.org/" rel="external">
              citationstyles.org
            </a>
            . Set in Brygada 1918 and Libre Franklin. Every article states its own licence.
          </p>
        </div>
      </div>
    </footer>
  )
}
