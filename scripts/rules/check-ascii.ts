import { readFileSync } from 'node:fs'
import type { Check } from './check.ts'

const scripts = /^(?:\.ci|scripts|bench)\/|\.sh$|(?:^|\/)Dockerfile/

/** Scripts are plain ASCII, so that they read the same in every terminal and locale. */
export const checkAscii: Check = {
  name: 'ASCII scripts',
  run: async ({ root, files }) => {
    const checked = files.filter((file) => scripts.test(file) && !file.endsWith('.md'))
    const problems = checked.flatMap((file) =>
      nonAsciiLines(readFileSync(`${root}/${file}`, 'utf8')).map((line) => `${file}:${line} is not ASCII`),
    )
    return { problems, note: `${checked.length} files` }
  },
}

/** Numbers (from 1) of the lines that hold a character outside ASCII. */
export function nonAsciiLines(text: string): number[] {
  const lines = text.split('\n').map((line, index) => (/[\u0080-\uffff]/.test(line) ? index + 1 : 0))
  return lines.filter((line) => line > 0)
}
