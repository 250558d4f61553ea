import { describe, expect, it } from 'vitest'
import { readSessionCommands } from './session-commands.ts'

describe('settings', () => {
  it.each([
    ["SET TimeZone = 'UTC'", true],
    ['/* why */ SET work_mem = 1', true],
    ['SELECT 1; RESET ALL', true],
    ["SELECT set_config('hub.actor', $1, false)", true],
    ['UPDATE notes\nSET text = $1', false],
    ["SELECT '; SET x = 1'", false],
    ['SELECT settings FROM notes', false],
  ])('%j changes them: %j', (sql, expected) => {
    expect(readSessionCommands(sql).changesSettings).toBe(expected)
  })

  it('names the dotted ones, which the catalogue does not list', () => {
    expect(readSessionCommands("SET hub.actor = 'x'").customSettings).toEqual(['hub.actor'])
  })
})

describe('channels', () => {
  it.each([
    ['LISTEN Alerts', [{ kind: 'listen', channel: 'alerts' }]],
    ['LISTEN "Two ""words"""', [{ kind: 'listen', channel: 'Two "words"' }]],
    ['UNLISTEN *', [{ kind: 'unlisten', channel: undefined }]],
    [
      'LISTEN a; LISTEN b',
      [
        { kind: 'listen', channel: 'a' },
        { kind: 'listen', channel: 'b' },
      ],
    ],
  ])('%j', (sql, changes) => {
    expect(readSessionCommands(sql).listenChanges).toEqual(changes)
  })
})

it.each([
  'DEALLOCATE ALL',
  'deallocate prepare all',
  'DISCARD TEMP',
  'DECLARE c CURSOR WITH HOLD FOR SELECT 1',
  'UNLISTEN a; SELECT 1',
])('refuses %j', (sql) => {
  expect(readSessionCommands(sql).refusal).toBeTypeOf('string')
})
