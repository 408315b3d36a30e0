import {ResetIcon} from '@sanity/icons/Reset'
import {UndoIcon} from '@sanity/icons/Undo'
import {UploadIcon} from '@sanity/icons/Upload'
import {Button, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {useEffect, useId, useRef, useState} from 'react'

import {filesToTake} from './filesToTake'
import {fileText} from './fileText'
import {Problem} from './Problem'
import {focusIfLost} from './useFocusAfter'
import type {OpenPaste} from './usePaste'

const FILE_TYPES = '.bib,.ris,.json,.txt,.md,text/plain,application/x-bibtex,application/x-research-info-systems'

/** The one box: whatever references look like where they come from, this is where they go in. */
export function PasteBox({open}: {open: OpenPaste}) {
  const {paste, setText, clear, undoClear, isKept} = open
  const [boxId, helpId] = [useId(), useId()]
  const files = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const [refusal, setRefusal] = useState<string | null>(null)

  // A dialog takes the focus when it opens; the box is there to be pasted into.
  useEffect(() => {
    const frame = requestAnimationFrame(() => box.current?.focus({preventScroll: true}))
    return () => cancelAnimationFrame(frame)
  }, [])

  // The button that cleared it is gone.
  const isEmpty = paste.text === ''
  useEffect(() => {
    if (isEmpty) focusIfLost(box.current)
  }, [isEmpty])

  function bringBack() {
    undoClear?.()
    box.current?.focus()
  }

  async function take(list: FileList | null) {
    const {taken, refusal} = filesToTake([...(list ?? [])])
    const read = await Promise.all(
      taken.map(async (file) => ({name: file.name, text: fileText(new Uint8Array(await file.arrayBuffer()))})),
    )
    const others = read.flatMap(({name, text}) => (text === null ? [name] : []))
    const noText =
      others.length > 0 && `Not read, because it is no text: ${others.join(', ')}. Copy its list and paste it.`
    setRefusal([refusal, noText].filter(Boolean).join(' ') || null)
    const texts = read.flatMap(({text}) => text ?? [])
    if (texts.length > 0) setText([paste.text, ...texts].filter((text) => text.trim()).join('\n\n'))
  }

  return (
    <Stack gap={3}>
      <Text as="label" htmlFor={boxId} size={1} weight="medium">
        References, as you have them
      </Text>
      <TextArea
        aria-describedby={helpId}
        fontSize={1}
        id={boxId}
        onChange={({currentTarget}) => setText(currentTarget.value)}
        onDrop={(event) => {
          if (event.dataTransfer.files.length === 0) return
          event.preventDefault()
          void take(event.dataTransfer.files)
        }}
        placeholder={
          '1. Polanyi, K. (1944). The great transformation. Farrar & Rinehart.\n10.1126/science.aac4716\nhttps://www.who.int/…\n@article{…}'
        }
        ref={box}
        rows={paste.text ? 8 : 12}
        spellCheck={false}
        value={paste.text}
      />
      <Flex align="center" gap={2} justify="space-between" wrap="wrap">
        <Text id={helpId} muted size={1}>
          A reference list from Word, BibTeX, RIS, CSL-JSON, DOIs and addresses, mixed as they come. If two are taken
          for one, put an empty line between them.
          {!isKept && ' This is too much to be kept over a reload: create these references before you leave.'}
        </Text>
        <Flex gap={2}>
          <input
            accept={FILE_TYPES}
            aria-label="Files with references"
            hidden
            multiple
            onChange={({currentTarget}) => {
              void take(currentTarget.files)
              currentTarget.value = ''
            }}
            ref={files}
            type="file"
          />
          <Button
            fontSize={1}
            icon={UploadIcon}
            mode="ghost"
            onClick={() => files.current?.click()}
            padding={2}
            text="Open a file"
          />
          {undoClear && (
            <Button
              fontSize={1}
              icon={UndoIcon}
              mode="ghost"
              onClick={bringBack}
              padding={2}
              text="Bring back what was cleared"
            />
          )}
          {paste.text !== '' && (
            <Button fontSize={1} icon={ResetIcon} mode="ghost" onClick={clear} padding={2} text="Clear" />
          )}
        </Flex>
      </Flex>
      {refusal !== null && <Problem message={refusal} />}
    </Stack>
  )
}
