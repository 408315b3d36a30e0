/** The part of an image that placing it takes; crop and hotspot are fractions of the original. */
export interface PlacedImage {
  url: string
  /** Pixels of the original, before the crop. */
  width: number
  height: number
  crop: {top: number; bottom: number; left: number; right: number} | null
  hotspot: {x: number; y: number} | null
}

export interface ImageSources {
  src: string
  srcSet: string
  /** Pixels of `src`: they reserve the image's place before it has arrived. */
  width: number
  height: number
}

interface Area {
  left: number
  top: number
  width: number
  height: number
}

/**
 * Addresses of an image at the given widths, smallest first, never larger than what is there.
 *
 * The editor's crop always holds. With a `ratio` (width ÷ height) the largest such part around the hotspot is taken.
 *
 * @see https://www.sanity.io/docs/apis-and-sdks/image-urls
 */
export function imageSources(
  image: PlacedImage,
  {widths, ratio}: {widths: readonly number[]; ratio?: number},
): ImageSources {
  const cropped = croppedArea(image)
  const area = ratio ? partAround(cropped, hotspotOf(image, cropped), ratio) : cropped
  const smaller = widths.filter((width) => width < area.width)
  const available = smaller.length < widths.length ? [...smaller, area.width] : smaller
  const largest = available.at(-1) ?? area.width
  return {
    src: address(image, area, largest),
    srcSet: available.map((width) => `${address(image, area, width)} ${width}w`).join(', '),
    width: largest,
    height: Math.max(1, Math.round((largest * area.height) / area.width)),
  }
}

function croppedArea({width, height, crop}: PlacedImage): Area {
  const {left, top, right, bottom} = crop ?? {left: 0, top: 0, right: 0, bottom: 0}
  const corner = {left: Math.round(left * width), top: Math.round(top * height)}
  return {
    ...corner,
    width: Math.max(1, Math.round((1 - right) * width) - corner.left),
    height: Math.max(1, Math.round((1 - bottom) * height) - corner.top),
  }
}

/** In pixels of the original; the middle of the crop when the editor chose none. */
function hotspotOf({width, height, hotspot}: PlacedImage, {left, top, ...size}: Area) {
  return hotspot ? {x: hotspot.x * width, y: hotspot.y * height} : {x: left + size.width / 2, y: top + size.height / 2}
}

function partAround(area: Area, centre: {x: number; y: number}, ratio: number): Area {
  const width = Math.max(1, Math.min(area.width, Math.round(area.height * ratio)))
  const height = Math.max(1, Math.min(area.height, Math.round(area.width / ratio)))
  return {
    left: between(area.left, Math.round(centre.x - width / 2), area.left + area.width - width),
    top: between(area.top, Math.round(centre.y - height / 2), area.top + area.height - height),
    width,
    height,
  }
}

function between(least: number, value: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}

function address({url, ...original}: PlacedImage, {left, top, width, height}: Area, targetWidth: number): string {
  const isWhole = width === original.width && height === original.height
  return `${url}?${isWhole ? '' : `rect=${left},${top},${width},${height}&`}w=${targetWidth}&auto=format`
}
