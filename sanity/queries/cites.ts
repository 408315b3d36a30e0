/** The ids of the references that an article or page names, in text, notes, captions and further reading. */
export const citedIds = `array::unique(array::compact([
  ...coalesce(leadImage.caption[].children[].items[].reference._ref, []),
  ...coalesce(body[].children[].items[].reference._ref, []),
  ...coalesce(body[].children[].text[].children[].items[].reference._ref, []),
  ...coalesce(body[].caption[].children[].items[].reference._ref, []),
  ...coalesce(furtherReading[]._ref, [])
]))`
