import { describe, expect, it } from 'vitest'
import { checkBaseUrl, requestUrl } from './request-url.ts'

describe('checkBaseUrl', () => {
  it('keeps the path and drops the last slash', () => {
    expect(checkBaseUrl('GLPI', 'https://glpi.example/apirest.php/')).toBe('https://glpi.example/apirest.php')
  })

  it.each(['ftp://glpi.example', 'glpi.example', 'https://glpi.example/?a=1'])('refuses %s', (url) => {
    expect(() => checkBaseUrl('GLPI', url)).toThrow(/GLPI/)
  })

  it('refuses credentials without repeating them', () => {
    expect(() => checkBaseUrl('GLPI', 'https://user:s3cret@glpi.example')).toThrow(
      'The address of GLPI must not contain credentials',
    )
  })
})

describe('requestUrl', () => {
  it('escapes brackets and values, and leaves undefined out', () => {
    const query = { 'criteria[0][value]': 'é&b', none: undefined, flag: false }
    expect(requestUrl('http://h/api', { path: '/search', query })).toBe(
      'http://h/api/search?criteria%5B0%5D%5Bvalue%5D=%C3%A9%26b&flag=false',
    )
  })
})
