import {Box, Container, Heading, Stack, Text} from '@sanity/ui'

import {PasteBibliography} from './PasteBibliography'

/** Makes references of whatever an editor has: a list, a file, addresses. */
export function BibliographyTool() {
  return (
    <Box height="fill" overflow="auto" padding={[3, 3, 4]}>
      <Container width={4}>
        <Stack gap={5}>
          <Stack gap={4}>
            <Heading as="h1" size={2}>
              Paste a bibliography
            </Heading>
            <Text muted size={1}>
              One reference or a whole list becomes entries that articles can cite.
            </Text>
          </Stack>
          <PasteBibliography article={null} />
        </Stack>
      </Container>
    </Box>
  )
}
