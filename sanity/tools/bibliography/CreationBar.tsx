import {AddDocumentIcon} from '@sanity/icons/AddDocument'
import {SearchIcon} from '@sanity/icons/Search'
import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useRef} from 'react'
import type {SanityClient} from 'sanity'

import {ArticleChoice} from './ArticleChoice'
import type {ArticleTarget} from './createReferences'
import {Finished} from './Finished'
import {Problem} from './Problem'
import type {Row} from './rows'
import {summaryOf} from './summary'
import {useCreation} from './useCreation'
import {useFocusAfter} from './useFocusAfter'
import type {OpenLibrary} from './useLibrary'
import {useNewArticle} from './useNewArticle'
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
  const chosen = article ?? open.paste.article
  const newArticle = useNewArticle()
  const creation = useCreation({client, open, library, rows})
  const outcome = useRef<HTMLDivElement>(null)
  useFocusAfter(creation.isBusy, outcome)
  const {toCreate, toUse, done} = summaryOf(rows)
  const pending = chosen ? toCreate + toUse : toCreate
  const isIdle = !creation.isBusy && library.state === 'ready'

  async function target(): Promise<ArticleTarget | null> {
    const {paste} = open
    if (article || !paste.article) return article
    return {id: paste.article.id, unsaved: paste.article.isNew ? await newArticle() : {}}
  }

  const create = (publish: boolean) => void creation.create({publish, target})
  const isFinished = done > 0 && pending === 0 && !creation.isBusy

  return (
    <Card aria-label="Create" as="section" border padding={4} radius={3} shadow={1}>
      <Stack gap={4}>
        <Flex align="flex-end" gap={3} justify="space-between" wrap="wrap">
          {article === null && (
            <Box flex={1} style={{minWidth: 220, maxWidth: 420}}>
              <ArticleChoice
                client={client}
                key={creation.filled}
                isFilled={creation.filled !== null && creation.filled === chosen?.id}
                onChange={open.chooseArticle}
                value={open.paste.article}
              />
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
                onClick={() => create(false)}
                text="Create as drafts"
              />
            )}
            {pending > 0 && (
              <Button
                disabled={!isIdle}
                fontSize={1}
                icon={AddDocumentIcon}
                loading={creation.isBusy}
                onClick={() => create(mayPublish)}
                text={actionWords({toCreate, toUse, mayPublish})}
                tone="primary"
              />
            )}
          </Flex>
        </Flex>
        {(creation.problem !== null || isFinished) && (
          <div ref={outcome} tabIndex={-1}>
            {creation.problem !== null && <Problem message={creation.problem} />}
            {isFinished && (
              <Finished
                count={done}
                filled={article?.id ?? creation.filled}
                isHere={article !== null}
                onClear={open.clear}
              />
            )}
          </div>
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
