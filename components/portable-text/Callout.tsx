import {calloutTones} from '@/lib/vocabularies/calloutTones'
import type {Callout as CalloutValue} from '@/sanity/queries/body'

import {PlainText} from './PlainText'

export function Callout({value: {tone, title, text, _key}}: {value: CalloutValue}) {
  const label = calloutTones.find(({value}) => value === tone)?.title
  const labelId = `callout-${_key}`
  return (
    <aside className={`callout callout-${tone}`} aria-labelledby={labelId}>
      <p className="callout-label" id={labelId}>
        {[label, title].filter(Boolean).join(': ')}
      </p>
      <PlainText value={text} />
    </aside>
  )
}
