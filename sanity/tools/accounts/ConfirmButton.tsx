import {Button, Flex, Text} from '@sanity/ui'
import {useState} from 'react'

interface ConfirmButtonProps {
  text: string
  /** For screen readers, when `text` is the same in every row. */
  label: string
  question: string
  onConfirm: () => void
}

/** A button that asks once more, in place, before it does what cannot be undone. */
export function ConfirmButton({text, label, question, onConfirm}: ConfirmButtonProps) {
  const [isAsking, setAsking] = useState(false)
  if (!isAsking)
    return <Button aria-label={label} mode="ghost" onClick={() => setAsking(true)} text={text} tone="critical" />
  return (
    <Flex align="center" gap={2}>
      <Text size={1}>{question}</Text>
      <Button
        ref={focus}
        onClick={() => {
          setAsking(false)
          onConfirm()
        }}
        text={text}
        tone="critical"
      />
      <Button mode="bleed" onClick={() => setAsking(false)} text="Cancel" />
    </Flex>
  )
}

/** The button that was pressed is gone; the keyboard goes on from the one in its place. */
function focus(button: HTMLButtonElement | null): void {
  button?.focus()
}
