import {locatorLabels} from '@/lib/citations/citing/locatorLabels'

const NAMES: readonly [RegExp, string][] = [
  [/^(?:pp?|pages?|s)$/i, 'page'],
  [/^(?:chs?|chaps?|chapters?)$/i, 'chapter'],
  [/^(?:secs?|sect|sections?|§{1,2})$/i, 'section'],
  [/^(?:paras?|paragraphs?|¶{1,2})$/i, 'paragraph'],
  [/^(?:figs?|figures?)$/i, 'figure'],
  [/^(?:tabs?|tables?)$/i, 'table'],
  [/^(?:vols?|volumes?)$/i, 'volume'],
  [/^(?:vv?|verses?)$/i, 'verse'],
  [/^(?:ll?|lines?)$/i, 'line'],
  [/^(?:nn?|notes?|fn)$/i, 'note'],
]

const LOCATOR = /^(\p{L}+|§{1,2}|¶{1,2})\.?\s*([\divxlcdm]+[a-z]?(?:\s*[-–—,&]\s*[\divxlcdm]+[a-z]?)*)$/iu

/** `p. 12` as `{label: 'page', locator: '12'}`; `null` for anything else. */
export function readLocator(text: string): {label: string; locator: string} | null {
  const [, name = '', locator = ''] = LOCATOR.exec(text.trim()) ?? []
  const label = NAMES.find(([pattern]) => pattern.test(name))?.[1]
  if (!label || !locatorLabels.some(({value}) => value === label)) return null
  return {label, locator: locator.replace(/\s*[-–—]\s*/g, '–')}
}
