import {wikipediaEntry} from './line/wikipedia'
import type {Reading} from './parsedEntry'
import type {Address} from './split/addresses'

/** What an address alone tells about a work; a look-up may fill in the rest. */
export function addressReading(address: Address): Reading {
  if (address.doi) {
    return {
      reference: {type: 'document', doi: address.doi},
      confidence: {doi: 'sure', type: 'guess'},
      problems: ['Only the DOI is known: look it up, or fill in title, authors and date.'],
    }
  }
  const url = address.url ?? ''
  const encyclopedia = wikipediaEntry(url)
  if (encyclopedia) return encyclopedia
  return {
    reference: {type: 'webpage', url, issued: {status: 'nd'}, ...siteOf(url)},
    confidence: {url: 'sure', type: 'guess', containerTitle: 'guess', issued: 'guess'},
    problems: ['Only the address is known: look it up, or fill in title, author and date.'],
  }
}

/** The host stands for the site's name until somebody writes it. */
function siteOf(url: string): {containerTitle?: string} {
  const host = URL.parse(url)?.hostname.replace(/^www\./, '')
  return host ? {containerTitle: host} : {}
}
