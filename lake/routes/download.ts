import {attachment} from '../assets/disposition.ts'
import type {LakeDocument} from '../store/store.ts'

/** `?dl=name` makes the browser save the file under that name; `?dl` or `?dl=`, under the name that it was uploaded with. */
export function downloadHeaders(
  search: URLSearchParams,
  asset: LakeDocument | undefined,
  file: string,
): Record<string, string> {
  if (!search.has('dl')) return {}
  return {'content-disposition': attachment(search.get('dl') || uploadedName(asset) || file)}
}

/** The name that an asset was uploaded with, or null. */
export function uploadedName(asset: LakeDocument | undefined): string | null {
  return typeof asset?.originalFilename === 'string' ? asset.originalFilename : null
}
