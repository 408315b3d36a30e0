import {fitChicago, fitMla} from '@/lib/citations/csl/fitHumanities'

import {chicagoStyle} from './chicagoStyle'
import {mlaStyle} from './mlaStyle'
import type {Style} from './style'

/** No operator's file can have such a name. */
export const MLA_STYLE = 'octavo:mla'
export const CHICAGO_STYLE = 'octavo:chicago'

/** Styles of our own, for what is to be copied: what they put in a text is not what Octavo sets, so no settings offer them. */
export const exportStyles: readonly Style[] = [
  {id: MLA_STYLE, title: 'MLA', kind: 'numeric', xml: mlaStyle, isApa: false, english: 'en-US', fit: fitMla},
  {
    id: CHICAGO_STYLE,
    title: 'Chicago',
    kind: 'numeric',
    xml: chicagoStyle,
    isApa: false,
    english: 'en-US',
    fit: fitChicago,
  },
]
