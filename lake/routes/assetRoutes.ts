import type {Assets} from '../assets/assets.ts'
import type {Route} from './route.ts'
import {uploadFile, uploadImage} from './assets.ts'
import {exportDataset} from './export.ts'
import {file} from './files.ts'
import {image} from './images.ts'

/** Uploading, serving and exporting. Assets are served to everybody: their names are hashes that nobody can guess. */
export function assetRoutes(assets: Assets): Route[] {
  return [
    ['POST', '/v*/assets/images/:dataset', 'contributor', uploadImage(assets)],
    ['POST', '/v*/assets/files/:dataset', 'contributor', uploadFile(assets)],
    ['GET', '/images/:project/:dataset/:file', 'anyone', image(assets)],
    ['GET', '/images/:project/:dataset/:file/:vanity', 'anyone', image(assets)],
    ['GET', '/files/:project/:dataset/:file', 'anyone', file(assets)],
    ['GET', '/files/:project/:dataset/:file/:vanity', 'anyone', file(assets)],
    ['GET', '/v*/data/export/:dataset', 'anyone', exportDataset],
  ]
}
