import {Layer, Portal, Stack} from '@sanity/ui'
import {type ReactNode, useState} from 'react'
import {
  type InputProps,
  isArrayOfBlocksSchemaType,
  type OnPasteFn,
  type PortableTextInputProps,
  useClient,
  useFormValue,
} from 'sanity'

import type {Finding} from '@/lib/manuscripts/finding'
import {hasReferenceSection} from '@/lib/manuscripts/works/referenceSection'

import {MadeReferences} from './MadeReferences'
import type {Made} from './makeReferences'
import {forgetChoice, isLeftAsText} from './leftAsText'
import {pasteCopied} from './pasteCopied'
import {type Pasted, pasteHtml} from './pasteHtml'
import {PasteReport} from './PasteReport'
import {ReferencesOffer} from './ReferencesOffer'
import {startingAnew} from './startingAnew'

/** The editor of a text that may be pasted; to the schema's types, an input of any array. */
export function BodyInput(props: InputProps) {
  return isTextInput(props) ? <BodyTextInput {...props} /> : props.renderDefault(props)
}

function isTextInput(props: InputProps): props is PortableTextInputProps {
  return isArrayOfBlocksSchemaType(props.schemaType)
}

/** Takes over what word processors and web pages put on the clipboard, and offers to make its list of works references. */
function BodyTextInput(props: PortableTextInputProps) {
  const client = useClient({apiVersion: '2026-01-01'})
  const articleId = useArticleId()
  const [findings, setFindings] = useState<Finding[]>([])
  const [made, setMade] = useState<Made | null>(null)
  const [leftAsText, setLeftAsText] = useState(() => isLeftAsText(articleId))
  const [isFullscreen, setFullscreen] = useState(props.initialFullscreen === true)
  const body = props.value ?? []
  const isOffered = articleId !== null && !props.readOnly && !leftAsText && hasReferenceSection(body)

  const onPaste: OnPasteFn = (data) => {
    setFindings([])
    setMade(null)
    const copied = pasteCopied(data.event.clipboardData, client)
    if (copied)
      return copied.then(({blocks, findings}) => {
        setFindings(findings)
        return {insert: blocks}
      })
    const pasted = pasteHtml(data.event.clipboardData, client)
    if (!pasted) return undefined
    const insert = ({blocks, findings}: Pasted): Awaited<ReturnType<OnPasteFn>> => {
      setFindings(findings)
      if (hasReferenceSection(blocks)) {
        forgetChoice(articleId)
        setLeftAsText(false)
      }
      return {insert: startingAnew(blocks, data).map((block) => ({...block}))}
    }
    return 'then' in pasted ? pasted.then(insert) : insert(pasted)
  }

  const notices = (
    <Stack gap={3}>
      {findings.length > 0 && <PasteReport findings={findings} onClose={() => setFindings([])} />}
      {isOffered && (
        <ReferencesOffer
          articleId={articleId}
          body={body}
          client={client}
          onLeaveAsText={() => setLeftAsText(true)}
          onMade={setMade}
        />
      )}
      {made && <MadeReferences client={client} made={made} onClose={() => setMade(null)} />}
    </Stack>
  )
  const onFullScreenChange = (isFull: boolean) => {
    setFullscreen(isFull)
    props.onFullScreenChange?.(isFull)
  }

  return (
    <Stack gap={3}>
      {isFullscreen ? <OverTheEditor>{notices}</OverTheEditor> : notices}
      {props.renderDefault({...props, onFullScreenChange, onPaste})}
    </Stack>
  )
}

/** Over an editor that fills the screen, which covers everything else of the form. */
function OverTheEditor({children}: {children: ReactNode}) {
  return (
    <Portal>
      <Layer
        style={{bottom: '4.5rem', insetInline: '1rem', margin: 'auto', maxWidth: '50rem', position: 'fixed'}}
        zOffset={500}
      >
        {children}
      </Layer>
    </Portal>
  )
}

/** Of the article whose draft is edited, without `drafts.`; `null` in other documents and in releases. */
function useArticleId(): string | null {
  const type = useFormValue(['_type'])
  const id = useFormValue(['_id'])
  if (type !== 'article' || typeof id !== 'string' || id.startsWith('versions.')) return null
  return id.replace(/^drafts\./, '')
}
