/** A block of spans and inline objects; a string stands for a span. */
export function block(key: string, ...children: (string | object)[]) {
  return {_type: 'block' as const, _key: key, style: 'normal', children: children.map(asChild)}
}

export function heading(key: string, style: string, text: string) {
  return {...block(key, text), style}
}

export function footnote(key: string, ...text: (string | object)[]) {
  return {_type: 'footnote' as const, _key: key, text: [block(`${key}-text`, ...text)]}
}

/** A citation of unresolved references (`{_ref}`); an object adds its own fields to an item. */
export function citation(key: string, ...items: (string | {id: string; [field: string]: unknown})[]) {
  return {
    _type: 'citation' as const,
    _key: key,
    items: items.map((item, index) => {
      const {id, ...fields} = typeof item === 'string' ? {id: item} : item
      return {_key: `${key}-${index}`, reference: {_ref: id}, ...fields}
    }),
  }
}

export function figure(key: string, ...caption: (string | object)[]) {
  return {_type: 'figure' as const, _key: key, caption: [block(`${key}-caption`, ...caption)]}
}

function asChild(child: string | object, index: number): object {
  return typeof child === 'string' ? {_type: 'span', _key: `s${index}`, text: child, marks: []} : child
}
