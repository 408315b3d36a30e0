import {CopyIcon} from '@sanity/icons/Copy'
import {useState} from 'react'
import type {DocumentActionComponent} from 'sanity'

import {MergeDialog} from './MergeDialog'

/** “Merge into another reference…” in the menu of a reference. */
export const useMergeAction: DocumentActionComponent = ({id, draft, published, onComplete}) => {
  const [isOpen, setIsOpen] = useState(false)
  const close = () => {
    setIsOpen(false)
    onComplete()
  }
  return {
    label: 'Merge into another reference…',
    icon: CopyIcon,
    disabled: !draft && !published,
    onHandle: () => setIsOpen(true),
    dialog: isOpen && {type: 'custom', component: <MergeDialog id={id} onClose={close} />},
  }
}
