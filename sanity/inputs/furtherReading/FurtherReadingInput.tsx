import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {Box, Button, Dialog, Flex, Stack} from '@sanity/ui'
import {useState} from 'react'
import {getPublishedId, useFormValue, type ArrayOfObjectsInputProps} from 'sanity'

import {useFocusBack} from '@/sanity/inputs/reference/useFocusBack'
import type {ArticleTarget} from '@/sanity/tools/bibliography/createReferences'
import {PasteBibliography} from '@/sanity/tools/bibliography/PasteBibliography'

/** The list of further reading, with a box to paste a whole bibliography into. */
export function FurtherReadingInput(props: ArrayOfObjectsInputProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useFormValue(['_id'])
  const form = useFormValue([])
  return (
    <Stack gap={3}>
      {props.renderDefault(props)}
      {!props.readOnly && typeof id === 'string' && (
        <Flex>
          <Button
            fontSize={1}
            icon={ClipboardIcon}
            mode="ghost"
            onClick={() => setOpen(true)}
            padding={3}
            text="Paste references…"
          />
        </Flex>
      )}
      {isOpen && typeof id === 'string' && (
        <PasteDialog
          article={{id: getPublishedId(id), unsaved: typeof form === 'object' && form ? form : {}}}
          onClose={() => setOpen(false)}
        />
      )}
    </Stack>
  )
}

function PasteDialog({article, onClose}: {article: ArticleTarget; onClose: () => void}) {
  useFocusBack()
  return (
    <Dialog
      header="Paste references into this article"
      id="paste-references"
      onClose={onClose}
      width={3}
      zOffset={1000}
    >
      <Box padding={4}>
        <PasteBibliography article={article} />
      </Box>
    </Dialog>
  )
}
