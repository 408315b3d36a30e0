import {reportCitations} from '../bench/citations.ts'
import {reportLake} from '../bench/report.ts'

const [subject, ...rest] = process.argv.slice(2)
const sizes = [subject, ...rest].map(Number).filter(Number.isFinite)

if (subject === 'citations') await reportCitations()
else await reportLake(sizes.length > 0 ? sizes : [1_000, 10_000, 100_000])
