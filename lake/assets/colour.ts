/** 0 to 255 each. */
export type Rgb = [red: number, green: number, blue: number]
/** 0 to 1 each. */
export type Hsl = [hue: number, saturation: number, lightness: number]

/** The hue, saturation and lightness of a colour. */
export function hslOf(rgb: Rgb): Hsl {
  const [red, green, blue] = rgb
  const max = Math.max(red, green, blue) / 255
  const min = Math.min(red, green, blue) / 255
  const lightness = (max + min) / 2
  const span = max - min
  if (span === 0) return [0, 0, lightness]
  const sector =
    max * 255 === red
      ? ((green - blue) / 255 / span + 6) % 6
      : max * 255 === green
        ? (blue - red) / 255 / span + 2
        : (red - green) / 255 / span + 4
  return [sector / 6, span / (1 - Math.abs(2 * lightness - 1)), lightness]
}

/** The inverse of {@link hslOf}. */
export function rgbOf([hue, saturation, lightness]: Hsl): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const part = (offset: number) => {
    const k = (offset + hue * 12) % 12
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  }
  return [part(0), part(8), part(4)]
}

/**
 * A colour of the `bg` parameter: RGB, ARGB, RRGGBB or AARRGGBB in hexadecimal digits; null for anything else.
 *
 * @see https://www.sanity.io/docs/apis-and-sdks/image-urls
 */
export function parseHexColour(text: string): {r: number; g: number; b: number; alpha: number} | null {
  if (!/^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(text)) return null
  const long = text.length <= 4 ? text.replace(/./g, '$&$&') : text
  const value = Number.parseInt(long, 16)
  const alpha = long.length === 8 ? (value >>> 24) / 255 : 1
  return {r: (value >>> 16) & 255, g: (value >>> 8) & 255, b: value & 255, alpha}
}
