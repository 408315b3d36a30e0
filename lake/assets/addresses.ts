import {SYSTEM_AUTHOR} from '../documents/document.ts'
import type {Lake} from '../lake.ts'

const BATCH = 500

/** Rewrites the `url` of assets that were uploaded while the publication had another public address. */
export function alignAddresses(lake: Lake, dataset: string): void {
  const documents = [...(lake.store.documents(dataset)?.values() ?? [])]
  const patches = documents.flatMap(({_id, _type, path, url}) => {
    if (_type !== 'sanity.imageAsset' && _type !== 'sanity.fileAsset') return []
    const address = `${lake.publicUrl}/${String(path)}`
    return typeof path === 'string' && url !== address ? [{patch: {id: _id, set: {url: address}}}] : []
  })
  for (let at = 0; at < patches.length; at += BATCH)
    lake.commit({dataset, author: SYSTEM_AUTHOR, mutations: patches.slice(at, at + BATCH)})
}
