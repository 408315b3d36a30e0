import {CloseIcon} from '@sanity/icons/Close'
import {UndoIcon} from '@sanity/icons/Undo'
import {Button, Card, Flex, Text} from '@sanity/ui'
import {useEffect, useRef, useState} from 'react'
import type {SanityClient} from 'sanity'

import {messageOf} from '@/sanity/tools/accounts/messageOf'
import {focusIfLost} from '@/sanity/tools/bibliography/useFocusAfter'
import {counted} from '@/sanity/tools/bibliography/words'

import type {Made} from './makeReferences'
import {takeBack} from './takeBack'

interface MadeReferencesProps {
  client: SanityClient
  made: Made
  onClose: () => void
}

/** What was made of a list of works, and a way back: undoing in the text knows nothing of it. */
export function MadeReferences({client, made, onClose}: MadeReferencesProps) {
  const card = useRef<HTMLDivElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  // The dialog takes the focus along when it closes.
  useEffect(() => {
    const frame = requestAnimationFrame(() => focusIfLost(card.current))
    return () => cancelAnimationFrame(frame)
  }, [])

  async function undo() {
    setBusy(true)
    try {
      await takeBack(client, made)
      onClose()
    } catch (error) {
      setProblem(messageOf(error))
      setBusy(false)
    }
  }

  return (
    <Card aria-live="polite" border padding={3} radius={2} ref={card} tabIndex={-1} tone="positive">
      <Flex align="center" gap={3} wrap="wrap">
        <Text size={1} style={{flex: '1 1 20em'}}>
          {`Made: ${counted(made.created.length, 'new reference')} and ${counted(made.citations, 'citation')}. `}
          {problem ?? 'What the text does not cite is under Further reading.'}
        </Text>
        <Flex gap={2}>
          <Button
            disabled={isBusy || problem !== null}
            fontSize={1}
            icon={UndoIcon}
            mode="ghost"
            onClick={() => void undo()}
            padding={2}
            text="Take it back"
          />
          <Button aria-label="Close this note" icon={CloseIcon} mode="bleed" onClick={onClose} padding={2} />
        </Flex>
      </Flex>
    </Card>
  )
}
