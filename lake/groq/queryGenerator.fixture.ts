/** Makes queries of every shape that could reach another document, the same ones for the same seed. */
export function queryGenerator(seed: number, ids: readonly string[]): () => string {
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
  const pick = (...options: (() => string)[]) => options[random(options.length)]?.() ?? ''
  const id = () =>
    pick(
      () => `"${ids[random(ids.length)]}"`,
      () => '$id',
      () => '$hidden',
    )

  const condition = (depth: number): string =>
    pick(
      () => `_type == "${random(2) ? 'article' : 'author'}"`,
      () => `_id == ${id()}`,
      () => `_id in [${id()}, ${id()}]`,
      () => `_id in $ids`,
      () => `!(_id in $ids)`,
      () => `_id in path("${random(2) ? 'drafts' : 'versions'}.**")`,
      () => `references(${id()})`,
      () => `references(^._id)`,
      () => `slug.current == ${id()}`,
      () => `${id()} == slug.current`,
      () => `title match "${random(2) ? 'private' : 'public'}*"`,
      () => `[@, _id] match text::query("${random(2) ? 'priv*' : 'publ*'}")`,
      () => `other->title match "private*"`,
      () => `defined(other->${attribute()})`,
      () => `count(list[@->_type == "article"]) > ${random(3)}`,
      () => `sanity::versionOf(${id()})`,
      () => `!(${condition(depth)})`,
      () => `(${condition(depth)} && ${condition(depth)})`,
      () => `(${condition(depth)} || ${condition(depth)})`,
      () => (depth > 0 ? `count(${list(depth - 1)}) > ${random(4)}` : `_id != ${id()}`),
      () => (depth > 0 ? `_id in ${list(depth - 1)}._id` : `_id > ${id()}`),
    )

  const attribute = () =>
    pick(
      () => 'title',
      () => '_id',
      () => 'slug.current',
    )

  const projection = (depth: number): string =>
    pick(
      () => `{${attribute().split('.')[0]}, "o": other->{_id, title}}`,
      () => `{..., "l": list[]->title}`,
      () => `{"x": other->other->title, "ref": {"_ref": ${id()}}->title}`,
      () =>
        depth > 0 ? `{"n": count(${list(depth - 1)}), "sub": ${list(depth - 1)}${projection(depth - 1)}}` : `{_id}`,
      () => `{"by": *[references(^._id)]{_id, title}}`,
      () => `{"c": coalesce(other->title, list[0]->title, "none")}`,
    )

  const list = (depth: number): string =>
    pick(
      () => `*[${condition(depth)}]`,
      () => `*[${condition(depth)} && ${condition(depth)}]`,
      () => `*[${condition(depth)}][${condition(depth)}]`,
      () => `*[${condition(depth)}] | order(other->title ${random(2) ? 'asc' : 'desc'}, _id)`,
      () => `*[${condition(depth)}] | score(title match "private", references(${id()}))`,
      () => `*[${condition(depth)}] | order(_id)[${random(3)}...${random(9)}]`,
    )

  return () =>
    pick(
      () => list(2),
      () => `${list(2)}${projection(1)}`,
      () => `count(${list(1)})`,
      () => `${list(1)}[${random(3)}]${projection(1)}`,
      () => `${list(1)}.other->title`,
      () => `array::unique(${list(1)}[].list[]._ref->title)`,
      () => `{"a": ${list(1)}${projection(1)}, "b": ${list(0)}[0]->title}`,
    )
}
