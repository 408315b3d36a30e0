/** Parameters that generated queries refer to. */
export const generatedParams = {
  id: 'a',
  hidden: 'drafts.a',
  ids: ['drafts.a', 'b', 'a', 'b'],
  kinds: ['author', 'topic'],
  limit: 4,
  terms: 'publ* -7',
}

/**
 * Makes queries of every shape that reaches other documents, is answered by an index or cuts a list short; the same ones
 * for the same seed.
 */
export function queryGenerator(seed: number, ids: readonly string[]): () => string {
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
  const one = (...words: string[]) => words[random(words.length)] ?? ''
  const pick = (...options: (() => string)[]) => options[random(options.length)]?.() ?? ''
  const id = () => one(`"${ids[random(ids.length)]}"`, `"${ids[random(ids.length)]}"`, '$id', '$hidden')
  const kind = () => one('"article"', '"author"', '"topic"', '"none"')

  /** What an index answers. */
  const indexed = () =>
    pick(
      () => `_type == ${kind()}`,
      () => `${kind()} == _type`,
      () => one(`_type in [${kind()}, ${kind()}]`, '_type in $kinds'),
      () => `_id == ${id()}`,
      () => one(`_id in [${id()}, ${id()}, ${id()}]`, '_id in $ids', '_id in []'),
      () => `_id in path("${one('drafts', 'versions', 'versions.r', 'e')}.**")`,
      () => `slug.current == ${id()}`,
      () => `slug.current in [${id()}, ${id()}]`,
      () => `references(${id()})`,
      () => one(`references(${id()}, ${id()})`, 'references($ids)', `references([${id()}, "a"])`),
      () => outer(),
    )

  /** What an index answers by the outer document. */
  const outer = () =>
    one('references(^._id)', '_id == ^.other._ref', '_type == ^._type', 'references(^.slug.current)', '^._id == _id')

  const searched = () =>
    one('title', '[title, _id]', 'pt::text(body)', 'body[].children[].text', 'slug.current', '_id', '_type')
  const pattern = () =>
    one('"pub*"', '"PRIVATE"', '"public 2"', '"p*c 7"', '"marked"', '"mar rked"', '["pub*", "3"]', '""')
  const textQuery = () =>
    `[@, _id] match text::query(${one('"priv*"', '"publ*"', '$terms', `'"public 2"'`, '"*"', '"mar"')})`

  /** What gives points to some documents. */
  const score = (): string =>
    pick(
      () => `${searched()} match ${pattern()}`,
      textQuery,
      () => `boost(_type in [${kind()}, ${kind()}] && ${searched()} match ${pattern()}, ${one('10', '1', '-1')})`,
      () => `(${textQuery()} || references(${id()}))`,
      () => `${textQuery()} || ${searched()} match ${pattern()}`,
      () => one(`references(${id()})`, 'rank > 1', `boost(${indexed()}, 3)`, '_score > 1'),
    )
  const scored = () =>
    ` | score(${[score, score, score]
      .slice(random(3))
      .map((make) => make())
      .join(', ')})`

  const condition = (depth: number): string =>
    pick(
      indexed,
      indexed,
      () => `!(${indexed()})`,
      () => `rank ${one('>', '<=', '==', '!=')} ${one('1', '2', '"two"', 'true', 'null')}`,
      () => one('defined(rank)', 'defined(slug.current)', 'defined(other->title)', '!defined(rank)'),
      () => `${searched()} match ${pattern()}`,
      () => textQuery(),
      () => `other->title match "private*"`,
      () => `count(list[@->_type == "article"]) > ${random(3)}`,
      () => one(`sanity::versionOf(${id()})`, 'sanity::partOfRelease("r")', 'path(_id) in path("*")'),
      () => one('^.rank == rank', 'slug.current == ^.slug.current', '^._id in list[]._ref', '_id in ^.list[]._ref'),
      () => `(${condition(depth)} && ${indexed()})`,
      () => `(${condition(depth)} || ${condition(depth)})`,
      () => `!(${condition(depth)})`,
      () => (depth > 0 ? `count(${list(depth - 1)}) > ${random(4)}` : `_id > ${id()}`),
      () => (depth > 0 ? `_id in ${list(depth - 1)}._id` : `_id != ${id()}`),
    )

  const filter = (depth: number): string =>
    pick(
      () => `[${indexed()}]`,
      () => `[${indexed()} && ${condition(depth)}]`,
      () => `[${condition(depth)} && ${indexed()} && ${indexed()}]`,
      () => `[${condition(depth)}]`,
      () => `[${indexed()}][${condition(depth)}]`,
      () => '',
    )

  const term = () =>
    pick(
      () => one('title', 'rank', 'date', 'nested.a', '_id', '_type', 'missing', 'slug.current', 'list[0]._ref'),
      () => one('title', 'rank', 'date'),
      () => one('lower(title)', 'coalesce(rank, title)', 'dateTime(date)', 'length(title)', 'defined(rank)'),
      () => one('other->title', 'count(list)', '@', 'now()', '^.title'),
    ) + one('', ' asc', ' desc', ' desc')

  const order = () =>
    ` | order(${[term, term, term]
      .slice(random(3))
      .map((make) => make())
      .join(', ')})`
  const from = () => random(4)
  const slice = () =>
    pick(
      () => `[${from()}...${random(9)}]`,
      () => `[${from()}..${random(6)}]`,
      () => `[0...$limit]`,
      () => one('[-3..-1]', '[1...-1]', '[0..-1]'),
    )

  const list = (depth: number): string =>
    pick(
      () => `*${filter(depth)}`,
      () => `*${filter(depth)}${slice()}`,
      () => `*${filter(depth)}${order()}`,
      () => `*${filter(depth)}${order()}${slice()}`,
      () => `(*${filter(depth)}${order()})${slice()}`,
      () => `*${filter(depth)}${order()}[${condition(0)}]${slice()}`,
      () => `*${filter(depth)}${order()}${order()}${slice()}`,
      () => `*${filter(0)}${scored()}${one('', '[_score > 0]', '[_score > 0]', '[_score > 1]')}`,
      () => `*${filter(0)}${scored()}[_score > 0 && ${condition(0)}] | order(_score desc)${slice()}`,
    )

  const projection = (depth: number): string =>
    pick(
      () => one('{title, "o": other->{_id, title}}', '{..., "l": list[]->title}', '{"_id": list[]._ref, rank}'),
      () => `{"x": other->other->title, "ref": {"_ref": ${id()}}->title}`,
      () => (depth > 0 ? `{"n": count(${list(depth - 1)}), "sub": ${list(depth - 1)}${projection(0)}}` : '{_id}'),
      () => `{"by": *[${outer()}]{_id, title}, "first": *[${outer()}]${order()}[0]._id}`,
      () => `{"by": *[${outer()} && ${indexed()}]${order()}${slice()}{_id}}`,
      () => `{"c": coalesce(other->title, list[0]->title, "none")}`,
    )

  return () =>
    pick(
      () => list(1),
      () => `${list(1)}${projection(1)}`,
      () => `*${filter(1)}${order()}${projection(1)}${slice()}`,
      () => `*${filter(0)}${projection(0)}[${condition(0)}]${order()}${slice()}`,
      () => `*${filter(0)}${projection(0)}${projection(0)}`,
      () => `count(${list(1)})`,
      () => `count(*[${indexed()} && ${indexed()}])`,
      () => `*${filter(1)}${one('', order())}[${one('0', '1', '-1')}]${one('', '._id', projection(1))}`,
      () => `${list(1)}.other->title`,
      () => `array::unique(${list(1)}[].list[]._ref->title)`,
      () => `{"a": ${list(1)}${projection(1)}, "b": ${list(0)}[0]->title}`,
    )
}
