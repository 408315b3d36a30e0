import {useEffect, useState} from 'react'

const CALM_MS = 2_000

const hidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const

/**
 * Reads a text to screen readers once it has stayed the same for two seconds, and not the one that stood there first,
 * unless that is news, too.
 */
export function Announced({text, isNews = false}: {text: string; isNews?: boolean}) {
  const [said, setSaid] = useState({first: text, now: ''})

  useEffect(() => {
    const calm = setTimeout(
      () =>
        setSaid(({first}) =>
          first === '' && !isNews ? {first: text, now: ''} : {first, now: text === first ? '' : text},
        ),
      CALM_MS,
    )
    return () => clearTimeout(calm)
  }, [text, isNews])

  return <output style={hidden}>{said.now}</output>
}
