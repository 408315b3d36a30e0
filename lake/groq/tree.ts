/** A node of the parsed query. groq-js knows its kinds; here only the fields that are looked at matter. */
export interface GroqNode {
  type: string
  [field: string]: unknown
}

/** A copy of the tree in which `change` has replaced nodes, the innermost first. */
export function mapTree(node: GroqNode, change: (node: GroqNode) => GroqNode): GroqNode {
  const fields = Object.entries(node).map(([name, value]) => [
    name,
    name === 'value' && node.type === 'Value' ? value : mapField(value, change),
  ])
  return change({...Object.fromEntries(fields), type: node.type})
}

function mapField(value: unknown, change: (node: GroqNode) => GroqNode): unknown {
  if (Array.isArray(value)) return value.map((item) => mapField(item, change))
  return isNode(value) ? mapTree(value, change) : value
}

export function visitTree(value: unknown, visit: (node: GroqNode) => void): void {
  if (Array.isArray(value)) for (const item of value) visitTree(item, visit)
  if (!isNode(value)) return
  visit(value)
  if (value.type !== 'Value') for (const field of Object.values(value)) visitTree(field, visit)
}

export function isNode(value: unknown): value is GroqNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
