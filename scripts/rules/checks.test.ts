import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Check } from './check.ts'
import { nonAsciiLines } from './check-ascii.ts'
import { compareCatalogues } from './check-catalogues.ts'
import { checkCommand } from './check-command.ts'
import { checkDocPaths, citedPaths } from './check-doc-paths.ts'
import { checkFileSizes, median } from './check-file-sizes.ts'
import { findWords } from './check-forbidden-words.ts'
import { runChecks } from './run-checks.ts'

const root = resolve(dirname(import.meta.dirname), '..')

describe('checks', () => {
  it('finds the median of an odd, an even and an empty list', () => {
    expect([median([9, 1, 5]), median([4, 1, 3, 2]), median([])]).toEqual([5, 2, 0])
  })

  it('accepts its own files as small enough', async () => {
    const { problems, note } = await checkFileSizes.run({ root, files: ['scripts/verify.ts'] })
    expect(problems).toEqual([])
    expect(note).toMatch(/^src median \d+ lines$/)
  })

  it('names keys that one language lacks and texts that are empty', () => {
    const fr = { home: { title: 'Accueil', bye: '' }, items_one: 'a', items_many: 'b', items_other: 'c' }
    const en = { home: { title: 'Home', hello: 'Hello' }, items_one: 'a', items_other: 'c' }
    expect(compareCatalogues(fr, en)).toEqual([
      'en lacks home.bye',
      'fr lacks home.hello',
      'fr: home.bye is empty',
    ])
  })

  it('reads cited paths from links and code spans and nothing else', () => {
    const text = [
      '[plan](./decisions/0001-x.md#why) [site](https://example.org/a/b) [top](#top)',
      '`server/src/app.ts:12` `GET /api/users` `text/event-stream` `web/src/features/<x>/index.ts` `.hub/`',
    ].join('\n')
    const cited = citedPaths('docs/guide.md', text, new Set(['server', 'web', 'docs']))
    expect(cited.map(({ line, path }) => `${line} ${path}`)).toEqual([
      '1 docs/decisions/0001-x.md',
      '2 server/src/app.ts',
      '2 web/src/features',
    ])
  })

  it('reports a cited path that does not exist', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docs-'))
    execFileSync('git', ['init', '--quiet', folder])
    writeFileSync(join(folder, '.gitignore'), 'dist/\n')
    writeFileSync(join(folder, 'README.md'), 'See `web/dist/app.js`,\n`web/gone.ts` and [this](README.md).\n')
    const { problems } = await checkDocPaths.run({ root: folder, files: ['README.md', 'web/app.ts'] })
    rmSync(folder, { recursive: true })
    expect(problems).toEqual(['README.md:2 cites web/gone.ts, which does not exist'])
  })

  it('finds characters outside ASCII', () => {
    expect(nonAsciiLines('plain\ncaf\u00e9\n')).toEqual([2])
  })

  it('finds forbidden words but not paths that only end like one', () => {
    const text = 'see /place/notes\nserver/place/notes\n"/place/x"\n'
    expect(findWords(text, ['/place/'])).toEqual([
      { line: 1, word: '/place/' },
      { line: 3, word: '/place/' },
    ])
  })

  it('reports what a failing tool printed and passes one that succeeds', async () => {
    const passed = await checkCommand('tsc', '--version').run({ root, files: [] })
    expect(passed.problems).toEqual([])
    const { problems } = await checkCommand('tsc', '--no-such-flag').run({ root, files: [] })
    expect(problems.join()).toContain('--no-such-flag')
  })

  it('runs the remaining checks after one that fails or cannot run', async () => {
    const log = vi.spyOn(console, 'log').mockReturnValue(undefined)
    const checks: Check[] = [
      { name: 'wrong', run: async () => ({ problems: ['a', 'b'] }) },
      { name: 'broken', run: () => Promise.reject(new Error('no such file')) },
      { name: 'right', run: async () => ({ problems: [], note: '3 files' }) },
    ]
    expect(await runChecks(checks, { root, files: [] })).toEqual(['wrong', 'broken'])
    const printed = log.mock.calls.join('\n')
    log.mockRestore()
    expect(printed).toMatch(/wrong +FAILED +\d+ ms\n {2}a\n {2}b\n/)
    expect(printed).toContain('no such file')
    expect(printed).toMatch(/right +ok +\d+ ms {2}3 files/)
  })
})
