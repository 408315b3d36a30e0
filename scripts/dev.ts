import {supervise} from './operator/supervise.ts'

await supervise('dev')
