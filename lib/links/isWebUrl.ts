import {isSafeHref} from './isSafeHref'

/** Whether an address is a complete http or https address that is safe to link to. */
export function isWebUrl(href: string): boolean {
  return /^https?:/i.test(href) && isSafeHref(href)
}
