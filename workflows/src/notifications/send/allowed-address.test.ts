import { expect, it } from 'vitest'
import { isAllowedAddress } from './allowed-address.ts'

const nobody = { allowPrivate: false, allowLoopback: false }

it.each(['8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8', '172.32.0.1'])('takes %s', (address) => {
  expect(isAllowedAddress(address, nobody)).toBe(true)
})

it.each(['10.1.2.3', '172.16.0.1', '192.168.1.1', '100.64.0.1', 'fd00::1', '::ffff:10.1.2.3'])(
  'takes %s only for a channel that may',
  (address) => {
    expect(isAllowedAddress(address, nobody)).toBe(false)
    expect(isAllowedAddress(address, { ...nobody, allowPrivate: true })).toBe(true)
  },
)

it.each([
  '0.0.0.0',
  '169.254.169.254',
  '::ffff:169.254.169.254',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  'fe80::1',
  'ff02::1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '::1',
  '::ffff:127.0.0.1',
  'localhost',
])('never takes %s', (address) => {
  expect(isAllowedAddress(address, { allowPrivate: true, allowLoopback: true })).toBe(false)
})

it('takes loopback only where the file says so', () => {
  expect(isAllowedAddress('127.0.0.1', { allowPrivate: true, allowLoopback: false })).toBe(false)
  expect(isAllowedAddress('127.0.0.1', { allowPrivate: false, allowLoopback: true })).toBe(true)
})
