import {Flex} from '@sanity/ui'
import type {ReactNode} from 'react'

/** One entry of a list, which breaks on narrow screens. */
export function Row({children}: {children: ReactNode}) {
  return (
    <Flex align="center" as="li" gap={3} wrap="wrap">
      {children}
    </Flex>
  )
}
