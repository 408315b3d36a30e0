import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {set, unset, type FormPatch, type Path} from 'sanity'

import type {AdviceLevel, Fix} from '@/lib/citations/advice/advice'
import {referenceAdvice} from '@/lib/citations/advice/referenceAdvice'
import type {EditedReference} from '@/lib/citations/referenceRecord'

interface QuickFixesProps {
  record: EditedReference
  readOnly: boolean
  onChange: (patches: FormPatch[]) => void
  /** Puts the focus into a field. */
  onPathFocus: (path: Path) => void
}

const TONES = {error: 'critical', warning: 'caution', info: 'neutral'} as const satisfies Record<AdviceLevel, string>

/** What is odd about the reference and can be mended by one press. */
export function QuickFixes({record, readOnly, onChange, onPathFocus}: QuickFixesProps) {
  const advice = referenceAdvice(record, {thisYear: new Date().getFullYear()})
  const fixable = advice.flatMap(({fix, ...rest}) => (fix ? [{...rest, fix}] : []))
  if (fixable.length === 0 || readOnly) return null
  return (
    <Stack as="ul" gap={2} aria-label="Proposals" style={{listStyle: 'none', margin: 0, padding: 0}}>
      {fixable.map(({field, level, message, fix}) => (
        <Card as="li" key={`${field} ${message}`} border padding={3} radius={2} tone={TONES[level]}>
          <Flex align="center" gap={3} justify="space-between" wrap="wrap">
            <Text size={1} style={{flex: '1 1 16rem'}}>
              {message}
            </Text>
            <Button
              fontSize={1}
              mode="ghost"
              padding={2}
              text={labelOf(fix)}
              onClick={() => {
                onChange(patchesOf(fix))
                onPathFocus([mendedField(fix)])
              }}
              style={{maxWidth: '100%', whiteSpace: 'normal'}}
            />
          </Flex>
        </Card>
      ))}
    </Stack>
  )
}

function labelOf(fix: Fix): string {
  const values = Object.values(fix).filter((value) => value !== null)
  return values.length > 0 ? `Use “${values.join(', ')}”` : 'Empty it'
}

/** Where the keyboard goes on, as the button goes; a field that is emptied may go, too, and the type stays. */
function mendedField(fix: Fix): string {
  return Object.keys(fix).find((name) => fix[name] !== null) ?? 'type'
}

function patchesOf(fix: Fix): FormPatch[] {
  return Object.entries(fix).map(([name, value]) => (value === null ? unset([name]) : set(value, [name])))
}
