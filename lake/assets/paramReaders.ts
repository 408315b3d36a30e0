import {BadRequestError} from '../errors.ts'

/** A decimal number within bounds, or undefined when the parameter is not there. @throws {BadRequestError} 400. */
export function number(
  search: URLSearchParams,
  name: string,
  {min, max}: {min: number; max: number},
): number | undefined {
  const text = search.get(name)
  if (text === null) return undefined
  const value = Number(text)
  if (!/^-?\d*\.?\d+$/.test(text) || !(value >= min && value <= max))
    throw new BadRequestError(`${name} must be a number from ${min} to ${max}`)
  return value
}

/** One of the values, or undefined when the parameter is not there. @throws {BadRequestError} 400, naming them. */
export function choice<const T extends string | number>(
  search: URLSearchParams,
  name: string,
  values: readonly T[],
): T | undefined {
  const text = search.get(name)
  if (text === null) return undefined
  const found = values.find((value) => String(value) === text)
  if (found === undefined) throw new BadRequestError(`${name} must be ${values.join(' or ')}`)
  return found
}
