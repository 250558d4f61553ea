import { expect, it } from 'vitest'
import { plainLine, plainText } from './plain-text.ts'

it('gives whole characters, whatever an entity names and wherever a text is cut', () => {
  expect(plainText('login failed for &#55357; and &#xD83D;')).toBe('login failed for \ufffd and \ufffd')
  expect(plainText('&#128512;')).toBe('\u{1f600}')
  expect(plainLine(`${'x'.repeat(999)}\u{1f600}`)).toBe(`${'x'.repeat(999)}\ufffd`)
})
