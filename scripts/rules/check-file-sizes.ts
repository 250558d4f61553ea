import { readFileSync } from 'node:fs'
import type { Check } from './check.ts'
import { isSource, isTest } from './tracked-files.ts'

const maxLines = 300
const maxMedian = 80

/** No TypeScript file over 300 lines; the median of what is not a test stays under 80. */
export const checkFileSizes: Check = {
  name: 'file sizes',
  run: async ({ root, files }) => {
    const sized = files.filter(isSource).map((file) => ({ file, lines: lineCount(`${root}/${file}`) }))
    const problems = sized
      .filter(({ lines }) => lines > maxLines)
      .map(({ file, lines }) => `${file} has ${lines} lines, more than ${maxLines}`)
    const middle = median(sized.filter(({ file }) => !isTest(file)).map(({ lines }) => lines))
    if (middle >= maxMedian)
      problems.push(`the median source file has ${middle} lines, not under ${maxMedian}`)
    return { problems, note: `src median ${middle} lines` }
  },
}

/** The middle value of a list (the lower one of two), 0 for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

function lineCount(path: string): number {
  return readFileSync(path, 'utf8').split('\n').length - 1
}
