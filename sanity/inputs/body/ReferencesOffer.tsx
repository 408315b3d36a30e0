import {BookIcon} from '@sanity/icons/Book'
import {Button, Card, Flex, Text} from '@sanity/ui'
import {useState} from 'react'
import type {SanityClient} from 'sanity'

import type {Member} from '@/lib/manuscripts/body'
import {planReferences, type ReferencePlan} from '@/lib/manuscripts/works/referencePlan'

import {leaveAsText} from './leftAsText'
import type {Made} from './makeReferences'
import {ReferencesDialog} from './ReferencesDialog'

interface ReferencesOfferProps {
  articleId: string
  body: readonly Member[]
  client: SanityClient
  onMade: (made: Made) => void
  onLeaveAsText: () => void
}

/** Says that the text ends with a list of works, and offers to make references of it. Nothing happens by itself. */
export function ReferencesOffer({articleId, body, client, onMade, onLeaveAsText}: ReferencesOfferProps) {
  const [plan, setPlan] = useState<ReferencePlan | null>(null)

  const leave = () => {
    leaveAsText(articleId)
    setPlan(null)
    onLeaveAsText()
  }

  return (
    <Card border padding={3} radius={2} tone="primary">
      <Flex align="center" gap={3} wrap="wrap">
        <Text size={1}>
          <BookIcon />
        </Text>
        <Text size={1} style={{flex: '1 1 20em'}}>
          The text ends with a list of works. They can become references, and the marks that point to them citations.
        </Text>
        <Flex gap={2} wrap="wrap">
          <Button
            fontSize={1}
            onClick={() => setPlan(planReferences(body))}
            text="Look at the references…"
            tone="primary"
          />
          <Button fontSize={1} mode="ghost" onClick={leave} text="Leave as text" />
        </Flex>
      </Flex>
      {plan && (
        <ReferencesDialog
          articleId={articleId}
          client={client}
          onClose={() => setPlan(null)}
          onLeaveAsText={leave}
          onMade={onMade}
          plan={plan}
        />
      )}
    </Card>
  )
}
