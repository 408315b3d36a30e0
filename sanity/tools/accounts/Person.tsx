import {Box, Flex, Select, Stack, Text} from '@sanity/ui'

import type {Account} from './accountsApi'
import {ConfirmButton} from './ConfirmButton'
import {parseRole, roles, type RoleName} from './roles'
import {Row} from './Row'
import {when} from './when'

interface PersonProps {
  person: Account
  /** Nobody takes the role or the account away from herself by a slip. */
  isSelf: boolean
  onRole: (role: RoleName) => void
  onReset: () => void
  onRemove: () => void
}

export function Person({person, isSelf, onRole, onReset, onRemove}: PersonProps) {
  const {name, email, role, lastSeenAt} = person
  return (
    <Row>
      <Stack flex={1} gap={2}>
        <Text size={1} weight="medium">
          {name}
          {isSelf && ' (you)'}
        </Text>
        <Text muted size={1}>
          {email} · last seen {when(lastSeenAt)}
        </Text>
      </Stack>
      <Flex align="center" gap={2} wrap="wrap">
        <Box style={{width: '11em'}}>
          <Select
            aria-label={`Role of ${name}`}
            disabled={isSelf}
            onChange={(event) => onRole(parseRole(event.currentTarget.value))}
            value={role}
          >
            {roles.map(({name: value, title}) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </Select>
        </Box>
        {!isSelf && (
          <>
            <ConfirmButton
              label={`New password for ${name}`}
              onConfirm={onReset}
              question={`Sign ${name} out everywhere?`}
              text="New password"
            />
            <ConfirmButton
              label={`Remove ${name}`}
              onConfirm={onRemove}
              question={`Remove ${name}'s account?`}
              text="Remove"
            />
          </>
        )}
      </Flex>
    </Row>
  )
}
