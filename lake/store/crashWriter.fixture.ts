import {createLake} from '../index.ts'

// Writes pairs of documents for ever, and says of each pair that it is stored only when it is.
const lake = createLake({path: process.argv[2] ?? '', datasets: ['production']})
for (let round = lake.store.lastSequence(); ; round++) {
  const mutations = ['left', 'right'].map((side) => ({create: {_id: `${side}-${round}`, _type: 'article', round}}))
  lake.commit({dataset: 'production', author: 'ada', mutations})
  process.stdout.write(`${round}\n`)
}
