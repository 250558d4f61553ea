import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Directory, people, startDirectory } from '@hub/estate'
import fc from 'fast-check'
import { AndFilter, EqualityFilter, FilterParser, OrFilter } from 'ldapts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountFilter } from '../src/systems/active-directory/client/find-account.ts'
import { foldName, nameWords, plainPieces } from '../src/systems/active-directory/format/name-pattern.ts'
import { type DirectoryWorld, openWorld } from './directory-world.ts'

const seed = Number(process.env.FC_SEED ?? Date.now() % 2_147_483_647)
console.info(`fast-check seed ${seed} (FC_SEED repeats it)`)

/** Text with much of what means something to a filter, a name or a shell. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '*',
        '(',
        ')',
        '\\',
        '\0',
        '&',
        '|',
        '!',
        '=',
        '~',
        '\\2a',
        ')(objectClass=*',
        '@',
        ' ',
        ',',
        '+',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('the filter of an account', () => {
  it('keeps any name inside its three values', () => {
    fc.assert(
      fc.property(hostile, (login) => {
        const filter = FilterParser.parseString(accountFilter(login, 'widip.lan'))
        const equal = (attribute: string, value: string) => new EqualityFilter({ attribute, value })
        const expected = new AndFilter({
          filters: [
            equal('objectCategory', 'person'),
            equal('objectClass', 'user'),
            new OrFilter({
              filters: [
                equal('sAMAccountName', /@widip\.lan$/i.test(login) ? login.slice(0, -10) : login),
                equal('userPrincipalName', login),
                equal('mail', login),
              ],
            }),
          ],
        })
        expect(JSON.parse(JSON.stringify(filter))).toEqual(JSON.parse(JSON.stringify(expected)))
      }),
      { seed, numRuns: 2_000 },
    )
  })
})

describe('the pieces of a word', () => {
  const accented = fc.constantFrom(
    'é',
    'è',
    'ê',
    'ë',
    'ç',
    'à',
    'ö',
    'ñ',
    'ü',
    'œ',
    'æ',
    'ß',
    'É',
    'Œ',
    'x',
    'b',
    'S',
    '-',
  )

  it('stand in every spelling of it', () => {
    fc.assert(
      fc.property(fc.array(accented, { minLength: 1, maxLength: 15 }), (letters) => {
        const written = letters.join('')
        for (const word of nameWords(written)) {
          let position = 0
          for (const piece of plainPieces(word)) {
            const found = written.toLowerCase().indexOf(piece, position)
            expect(found).toBeGreaterThanOrEqual(position)
            position = found + piece.length
          }
        }
        expect(foldName(foldName(written))).toBe(foldName(written))
      }),
      { seed, numRuns: 2_000 },
    )
  })
})

describe('on a directory', () => {
  let directory: Directory
  let world: DirectoryWorld
  let folder: string
  beforeAll(async () => {
    directory = await startDirectory({ people })
    folder = await mkdtemp(join(tmpdir(), 'hub-escape-'))
    const caFile = join(folder, 'ca.pem')
    await writeFile(caFile, directory.caPem)
    world = await openWorld({ ...directory, caFile })
    await world.addUser('proie')
  })
  afterAll(async () => {
    await world.close()
    await directory.close()
    await rm(folder, { recursive: true })
  })

  it('any mail finds its own account and no other', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (mail) => {
        fc.pre(mail.trim() !== '' && !mail.includes('\uFFFD'))
        await directory.control.setAttributes(world.login('proie'), { mail: [mail] })
        expect((await world.client.find(mail)).account.login).toBe(world.login('proie'))
        await directory.control.setAttributes(world.login('proie'), { mail: [] })
        await expect(world.client.find(mail)).rejects.toMatchObject({ reason: 'ad.user_not_found' })
      }),
      { seed, numRuns: 40 },
    )
  })

  it('any words find only names that hold them', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (query) => {
        const { users } = await world.client.searchUsers({ query, state: 'any' })
        const words = nameWords(query)
        for (const { displayName, login, mail } of users) {
          const text = foldName([displayName, login, mail ?? '', `${login}@widip.lan`].join('\n'))
          expect(words.every((word) => text.includes(word))).toBe(true)
        }
      }),
      { seed, numRuns: 40 },
    )
  })
})
