import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Check } from './check.ts'

// Written in pieces so that this file does not hold them.
const registries = [
  ['registry', 'npmjs', 'org'],
  ['registry', 'yarnpkg', 'com'],
  ['pypi', 'org'],
].map((parts) => parts.join('.'))
const machineFolders = [['', 'work', ''].join('/')]
const sharedFolders = new Set(['/', '/home', '/opt', '/root', '/srv', '/tmp', '/usr', '/var', '/var/tmp'])

/** No file names a package registry or a folder of the machine it was written on. */
export const checkForbiddenWords: Check = {
  name: 'forbidden words',
  run: async ({ root, files }) => {
    const words = [...registries, ...machineFolders, ...ownFolders(root)]
    const problems = files.flatMap((file) =>
      findWords(readFileSync(`${root}/${file}`, 'utf8'), words).map(
        ({ line, word }) => `${file}:${line} holds ${word}`,
      ),
    )
    return { problems, note: `${files.length} files` }
  },
}

/** Where a text holds one of the words, not counting a path that only ends like one (a/work/b). */
export function findWords(text: string, words: readonly string[]): { line: number; word: string }[] {
  return text.split('\n').flatMap((content, index) => {
    const held = words.filter((word) => holdsWord(content, word))
    return held.map((word) => ({ line: index + 1, word }))
  })
}

function holdsWord(text: string, word: string): boolean {
  const before = text.split(word).slice(0, -1)
  return before.some((part) => !/[\w.*>)}-]$/.test(part))
}

/** The repository's own folder and the one it lies in, unless that one is a folder every machine has. */
function ownFolders(root: string): string[] {
  return [root, dirname(root)].filter((folder) => !sharedFolders.has(folder)).map((folder) => `${folder}/`)
}
