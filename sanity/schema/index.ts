import {calloutType} from './blocks/callout'
import {citationType} from './blocks/citation'
import {codeType} from './blocks/code'
import {embedType} from './blocks/embed'
import {figureType} from './blocks/figure'
import {footnoteType} from './blocks/footnote'
import {pullQuoteType} from './blocks/pullQuote'
import {tableRowType, tableType} from './blocks/table'
import {articleType} from './documents/article'
import {authorType} from './documents/author'
import {deadLinkType} from './documents/deadLink'
import {distinctWorksType} from './documents/distinctWorks'
import {linkHealthType} from './documents/linkHealth'
import {pageType} from './documents/page'
import {publishReasonType} from './documents/publishReason'
import {referenceType} from './documents/reference'
import {seriesType} from './documents/series'
import {topicType} from './documents/topic'
import {archivedCopyType} from './objects/archivedCopy'
import {articleBodyType} from './objects/articleBody'
import {bioTextType} from './objects/bioText'
import {captionTextType} from './objects/captionText'
import {citationItemType} from './objects/citationItem'
import {contributionType} from './objects/contribution'
import {correctionType} from './objects/correction'
import {creditType} from './objects/credit'
import {footnoteTextType} from './objects/footnoteText'
import {internalLinkType} from './objects/internalLink'
import {issuedDateType} from './objects/issuedDate'
import {linkType} from './objects/link'
import {navigationLinkType} from './objects/navigationLink'
import {organisationType} from './objects/organisation'
import {personType} from './objects/person'
import {profileLinkType} from './objects/profileLink'
import {settingsType} from './singletons/settings'

const documents = [articleType, authorType, referenceType, topicType, seriesType, pageType]
const records = [deadLinkType, distinctWorksType, linkHealthType, publishReasonType]
const singletons = [settingsType]
const blocks = [
  citationType,
  footnoteType,
  figureType,
  pullQuoteType,
  tableType,
  tableRowType,
  calloutType,
  codeType,
  embedType,
]
const objects = [
  articleBodyType,
  bioTextType,
  captionTextType,
  footnoteTextType,
  linkType,
  internalLinkType,
  contributionType,
  correctionType,
  creditType,
  citationItemType,
  personType,
  organisationType,
  issuedDateType,
  archivedCopyType,
  profileLinkType,
  navigationLinkType,
]

/** Every type of the content model. */
export const schemaTypes = [...documents, ...records, ...singletons, ...blocks, ...objects]

/** Types that exist once, under an id that equals the type's name. */
export const singletonTypes: ReadonlySet<string> = new Set(singletons.map(({name}) => name))

/** Types that programs write and nobody edits: in no menu, list or search. */
export const recordTypes: ReadonlySet<string> = new Set(records.map(({name}) => name))
