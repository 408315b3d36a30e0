import {queryCases} from './cases.ts'
import {measureLake, type SizeReport} from './lake.ts'

/** How many times as long the largest size may take as the smallest, where it should not matter. */
const FLAT = 1.5

/** Measures lakes of these sizes one after another, and prints what they took side by side with groq-js alone. */
export async function reportLake(sizes: number[]): Promise<void> {
  const reports: SizeReport[] = []
  for (const size of sizes) reports.push(await measureLake(size))
  const rows = [...queryCases.map(queryRow), patchRow].map((row) => row(reports))
  console.log(
    `\nMilliseconds, median of 200, through the HTTP route; in brackets: the first time, and groq-js by itself\n`,
  )
  print([['', ...sizes.map((size) => `${size.toLocaleString('en')} documents`), 'largest / smallest'], ...rows])
  console.log('')
  print([
    ['', ...sizes.map((size) => `${size.toLocaleString('en')} documents`)],
    ['open, ms', ...reports.map(({load}) => load.open.toFixed(0))],
    ['first answer, ms', ...reports.map(({load}) => load.answered.toFixed(0))],
    ['memory of the main process, MB', ...reports.map(({memory}) => String(memory))],
  ])
}

const queryRow =
  ({name, staysFlat}: (typeof queryCases)[number]) =>
  (reports: SizeReport[]): string[] => {
    const entries = reports.flatMap(({queries}) => queries[name] ?? [])
    const cells = entries.map(
      ({lake, first, refused, plain}) =>
        `${lake.median.toFixed(2)} (${first.toFixed(0)}${plain ? `, ${plain.median.toFixed(1)}` : ''})${refused ? `, ${refused} refused` : ''}`,
    )
    return [
      name,
      ...cells,
      ratio(
        entries.map(({lake}) => lake.median),
        staysFlat,
      ),
    ]
  }

function patchRow(reports: SizeReport[]): string[] {
  const medians = reports.map(({patch}) => patch.median)
  return ['patch, one commit', ...medians.map((ms) => ms.toFixed(2)), ratio(medians, true)]
}

function ratio(medians: number[], staysFlat: boolean): string {
  const value = (medians.at(-1) ?? NaN) / (medians[0] ?? NaN)
  return `${value.toFixed(2)}${staysFlat && value > FLAT ? ` (more than ${FLAT})` : ''}`
}

function print(rows: string[][]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows)
    console.log(
      row.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0))).join('  '),
    )
}
