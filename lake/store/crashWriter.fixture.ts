import {createLake} from '../index.ts'

// Writes pairs of documents, and says of each pair that it is stored only when it is. It ends should nobody kill it.
const lake = createLake({path: process.argv[2] ?? '', datasets: ['production']})
const first = lake.store.lastSequence()
for (let round = first; round < first + 1_000; round++) {
  const mutations = ['left', 'right'].map((side) => ({create: {_id: `${side}-${round}`, _type: 'article', round}}))
  lake.commit({dataset: 'production', author: 'ada', mutations})
  process.stdout.write(`${round}\n`)
}
