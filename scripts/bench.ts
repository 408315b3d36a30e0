import {reportLake} from '../bench/report.ts'

const sizes = process.argv.slice(2).map(Number)
await reportLake(sizes.length > 0 ? sizes : [1_000, 10_000, 100_000])
