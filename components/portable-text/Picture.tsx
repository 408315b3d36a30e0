import {imageSources, type PlacedImage} from '@/lib/images/imageSources'

interface PictureProps {
  image: PlacedImage
  alt: string
  /** Widths in pixels that are worth offering. */
  widths: readonly number[]
  /** How wide the page draws it, as the `sizes` attribute says it. */
  sizes: string
  /** Width ÷ height; the original's own without it. */
  ratio?: number
  /** For what is seen first: fetched at once instead of when it comes near. */
  eager?: boolean
  className?: string
}

/** An image of the content store, with its place reserved before it arrives. */
export function Picture({image, alt, widths, sizes, ratio, eager = false, className}: PictureProps) {
  const {src, srcSet, width, height} = imageSources(image, {widths, ratio})
  return (
    <img
      className={className}
      src={src}
      srcSet={srcSet}
      sizes={sizes}
      width={width}
      height={height}
      alt={alt}
      loading={eager ? undefined : 'lazy'}
      fetchPriority={eager ? 'high' : undefined}
      decoding="async"
    />
  )
}
