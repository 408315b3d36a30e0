import readExif from 'exif-reader'

import {isBoundedExif} from './exifBounds.ts'

type Tags = Record<string, string | number | (string | number)[]>

export interface ExifMetadata {
  /** About the picture: when, which lens, which exposure. Never where. */
  exif?: Tags & {_type: 'sanity.imageExifMetadata'}
  /** About the file: camera, software, resolution. */
  image?: Tags & {_type: 'sanity.imageExifTags'}
  location?: {_type: 'geopoint'; lat: number; lng: number; alt?: number}
}

/** What a photograph's EXIF block says, by the names of Exiv2; nothing when the block is missing or damaged. */
export function exifMetadata(block: Buffer | undefined): ExifMetadata {
  if (!block || !isBoundedExif(block)) return {}
  try {
    const {Photo, Image, GPSInfo} = readExif(block)
    return {
      ...(Photo && {exif: {_type: 'sanity.imageExifMetadata', ...plainTags(Photo)}}),
      ...(Image && {image: {_type: 'sanity.imageExifTags', ...plainTags(Image)}}),
      ...locationOf(GPSInfo),
    }
  } catch {
    // A camera's mistake is no reason to refuse its picture.
    return {}
  }
}

const POINTERS = /^(?:\d|GPSTag$|ExifTag$|InteroperabilityTag$|MakerNote$|UserComment$|XMLPacket$|IPTCNAA$)/

function plainTags(tags: Record<string, unknown>): Tags {
  const plain: Tags = {}
  for (const [name, value] of Object.entries(tags)) {
    const told = plainValue(value)
    if (!POINTERS.test(name) && told !== null) plain[name] = told
  }
  return plain
}

function plainValue(value: unknown): string | number | (string | number)[] | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'string') return value.replace(/\p{Cc}/gu, '').trim()
  if (!Array.isArray(value)) return null
  const items = value.map(plainValue).filter((item) => typeof item === 'string' || typeof item === 'number')
  return items.length === value.length ? items : null
}

function locationOf(gps: Record<string, unknown> | undefined): Pick<ExifMetadata, 'location'> {
  const lat = degrees(gps?.GPSLatitude, gps?.GPSLatitudeRef === 'S')
  const lng = degrees(gps?.GPSLongitude, gps?.GPSLongitudeRef === 'W')
  if (lat === null || lng === null || Math.abs(lat) > 90 || Math.abs(lng) > 180) return {}
  const alt = typeof gps?.GPSAltitude === 'number' && Number.isFinite(gps.GPSAltitude) ? {alt: gps.GPSAltitude} : {}
  return {location: {_type: 'geopoint', lat, lng, ...alt}}
}

function degrees(parts: unknown, isNegative: boolean): number | null {
  if (!Array.isArray(parts) || parts.length === 0) return null
  const value = parts.slice(0, 3).reduce((sum: number, part, index) => sum + Number(part) / 60 ** index, 0)
  return Number.isFinite(value) ? (isNegative ? -value : value) : null
}
