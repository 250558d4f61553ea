import { ValidationError } from '@hub/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allOf,
  anyOf,
  beginsWith,
  canEqual,
  contains,
  equalTo,
  equalToNumber,
  isFalse,
  oneOf,
  sinceTime,
  untilTime,
} from './rsql.ts'

describe('a filter', () => {
  it.each([
    [equalTo('username', 'jean.dupont'), 'username=="jean.dupont"'],
    [equalTo('username', "l'accueil"), `username=="l'accueil"`],
    [equalTo('username', 'a"b'), `username=='a"b'`],
    [equalToNumber('entity.id', 42), 'entity.id==42'],
    [oneOf('id', [1, 2]), 'id=in=(1,2)'],
    [oneOf('id', []), 'id==-1'],
    [isFalse('is_deleted'), 'is_deleted==false'],
    [contains('name', 'vpn'), 'name=ilike="*vpn*"'],
    [beginsWith('completename', 'A > '), 'completename=ilike="A > *"'],
    [sinceTime('date', '2026-01-02 03:04:05'), 'date=ge="2026-01-02 03:04:05"'],
    [untilTime('date', '2026-01-02 03:04:05'), 'date=le="2026-01-02 03:04:05"'],
    [anyOf([contains('a', 'x'), contains('b', 'x')]), '(a=ilike="*x*",b=ilike="*x*")'],
    [anyOf([isFalse('a')]), 'a==false'],
    [allOf([]), ''],
    [allOf([isFalse('a'), 'b==1,c==2']), 'a==false;(b==1,c==2)'],
  ])('%s', (filter, text) => {
    expect(filter).toBe(text)
  })
})

describe('a text', () => {
  it.each([
    ['x";id==1,name=="y', 'name=ilike="*x%;id==1,name==%y*"'],
    ["x'", 'name=ilike="*x%*"'],
    ['a*b', 'name=ilike="*a%b*"'],
    ['end\\', 'name=ilike="*end%*"'],
    ['line\nbreak', 'name=ilike="*line%break*"'],
  ])('%j cannot leave its quotes', (text, filter) => {
    expect(contains('name', text)).toBe(filter)
  })

  it.each(['both " and \'', 'back\\slash', 'line\nbreak'])('%j is not searched exactly', (text) => {
    expect(canEqual(text)).toBe(false)
    expect(() => equalTo('name', text)).toThrow(ValidationError)
  })

  it('never holds a backslash nor its own quote, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const value = contains('name', text).slice('name=ilike='.length)
        expect(value).toMatch(/^"\*[^"\\]*\*"$/s)
        if (canEqual(text)) expect(equalTo('name', text)).toMatch(/^name==(["'])(?:(?!\1)[^\\])*\1$/s)
      }),
    )
  })
})

it.each([Number.NaN, 1.5, Number.POSITIVE_INFINITY, 2 ** 60])('%d is no number of GLPI', (value) => {
  expect(() => equalToNumber('id', value)).toThrow(TypeError)
  expect(() => oneOf('id', [value])).toThrow(TypeError)
})

it.each(['2026-01-02', '2026-01-02T03:04:05Z', '" ; id==1'])('%j is no local time', (time) => {
  expect(() => sinceTime('date', time)).toThrow(TypeError)
  expect(() => untilTime('date', time)).toThrow(TypeError)
})
