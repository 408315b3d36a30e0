import {CopyIcon} from '@sanity/icons/Copy'
import {useState} from 'react'
import {useDocumentPairPermissions, type DocumentActionComponent} from 'sanity'

import {MergeDialog} from './MergeDialog'

/** “Merge into another reference…” in the menu of a reference. */
export const useMergeAction: DocumentActionComponent = ({id, type, draft, published, onComplete}) => {
  const [isOpen, setIsOpen] = useState(false)
  const [permission] = useDocumentPairPermissions({id, type, permission: 'update'})
  const isRefused = permission?.granted === false
  const close = () => {
    setIsOpen(false)
    onComplete()
  }
  return {
    label: 'Merge into another reference…',
    icon: CopyIcon,
    disabled: isRefused || (!draft && !published),
    title: isRefused ? 'Your account may not change this reference: ask an editor to merge it' : undefined,
    onHandle: () => setIsOpen(true),
    dialog: isOpen && {type: 'custom', component: <MergeDialog id={id} onClose={close} />},
  }
}
