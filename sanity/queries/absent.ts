import {z} from 'zod'

/** Parses a value that may be absent, and answers the fallback when it is. */
export function orElse<Schema extends z.ZodType, const Fallback>(schema: Schema, fallback: Fallback) {
  return schema.nullable().transform((value): z.output<Schema> | Fallback => value ?? fallback)
}

/** Parses a list that may be absent; an absent list is an empty one. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .nullable()
    .transform((items): z.output<Item>[] => items ?? [])
}
