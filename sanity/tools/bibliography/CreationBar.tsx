import {AddDocumentIcon} from '@sanity/icons/AddDocument'
import {SearchIcon} from '@sanity/icons/Search'
import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import type {SanityClient} from 'sanity'
import {IntentLink} from 'sanity/router'

import {createUuid} from '@/sanity/studio/createUuid'

import {ArticleChoice, NEW_ARTICLE} from './ArticleChoice'
import type {ArticleTarget} from './createReferences'
import {Problem} from './Problem'
import type {Row} from './rows'
import {summaryOf} from './summary'
import {useCreation} from './useCreation'
import type {OpenLibrary} from './useLibrary'
import type {OpenPaste} from './usePaste'
import {counted} from './words'

interface CreationBarProps {
  client: SanityClient
  /** The article that the tool was opened from; null lets the editor choose one. */
  article: ArticleTarget | null
  open: OpenPaste
  library: OpenLibrary
  rows: readonly Row[]
  mayPublish: boolean
  lookUp: {waiting: readonly Row[]; isBusy: boolean; start: (rows: readonly Row[]) => Promise<void>}
}

/** What to do with all entries at once. */
export function CreationBar({client, article, open, library, rows, mayPublish, lookUp}: CreationBarProps) {
  const [chosen, setChosen] = useState(article?.id ?? null)
  const [filled, setFilled] = useState<string | null>(null)
  const creation = useCreation({client, open, library, rows})
  const {toCreate, toUse, done} = summaryOf(rows)
  const pending = chosen === null ? toCreate : toCreate + toUse
  const isIdle = !creation.isBusy && library.state === 'ready'

  async function create(publish: boolean) {
    const target = chosen === NEW_ARTICLE ? createUuid() : chosen
    if (target) setChosen(target)
    await creation.create({publish, article: target ? {id: target, unsaved: article?.unsaved ?? {}} : null})
    if (target) setFilled(target)
  }

  return (
    <Card aria-label="Create" as="section" border padding={4} radius={3} shadow={1}>
      <Stack gap={4}>
        <Flex align="flex-end" gap={3} justify="space-between" wrap="wrap">
          {article === null && (
            <Box flex={1} style={{minWidth: 220, maxWidth: 420}}>
              <ArticleChoice client={client} onChange={setChosen} value={chosen} />
            </Box>
          )}
          <Flex gap={2} wrap="wrap">
            {lookUp.waiting.length > 0 && (
              <Button
                disabled={lookUp.isBusy}
                fontSize={1}
                icon={SearchIcon}
                loading={lookUp.isBusy}
                mode="ghost"
                onClick={() => void lookUp.start(lookUp.waiting)}
                text={`Look up ${counted(lookUp.waiting.length, 'address', 'addresses')}`}
              />
            )}
            {mayPublish && toCreate > 0 && (
              <Button
                disabled={!isIdle}
                fontSize={1}
                mode="ghost"
                onClick={() => void create(false)}
                text="Create as drafts"
              />
            )}
            {pending > 0 && (
              <Button
                disabled={!isIdle}
                fontSize={1}
                icon={AddDocumentIcon}
                loading={creation.isBusy}
                onClick={() => void create(mayPublish)}
                text={actionWords({toCreate, toUse, mayPublish})}
                tone="primary"
              />
            )}
          </Flex>
        </Flex>
        {creation.problem !== null && <Problem message={creation.problem} />}
        {done > 0 && pending === 0 && !creation.isBusy && (
          <Finished articleId={filled} count={done} onClear={open.clear} />
        )}
        {pending > 0 && mayPublish && (
          <Text muted size={1}>
            They are published at once, so that every article can cite them. What lacks a date or the like stays a
            draft.
          </Text>
        )}
      </Stack>
    </Card>
  )
}

function actionWords({toCreate, toUse, mayPublish}: {toCreate: number; toUse: number; mayPublish: boolean}): string {
  if (toCreate === 0) return `Add ${counted(toUse, 'reference')} to the article`
  return `Create ${counted(toCreate, mayPublish ? 'reference' : 'draft')}`
}

interface FinishedProps {
  articleId: string | null
  count: number
  onClear: () => void
}

function Finished({articleId, count, onClear}: FinishedProps) {
  return (
    <Card as="output" padding={3} radius={2} tone="positive">
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Text size={1}>
          {counted(count, 'entry', 'entries')} done.{' '}
          {articleId ? (
            <>
              They are under Further reading: cite them in the text, and they move up into its references.{' '}
              <IntentLink intent="edit" params={{id: articleId, type: 'article'}}>
                Open the article
              </IntentLink>
            </>
          ) : (
            'Cite them in any article: a citation finds them by author, title and year.'
          )}
        </Text>
        <Button fontSize={1} mode="ghost" onClick={onClear} padding={2} text="Start with the next" />
      </Flex>
    </Card>
  )
}
