import { describe, expect, it } from 'vitest'
import { dropCredentials } from './drop-credentials.ts'

describe('dropCredentials', () => {
  it('removes them at every depth and keeps the rest', () => {
    const row = {
      device_id: '1',
      snmp_community: 's3cret',
      SNMP_authpass: 'x',
      port: { snmp_port: 161, ifName: 'Gi1' },
    }
    const data = { status: 'ok', devices: { 1: row }, list: [row] }
    const clean = { device_id: '1', port: { ifName: 'Gi1' } }
    expect(dropCredentials(data)).toEqual({ status: 'ok', devices: { 1: clean }, list: [clean] })
  })
})
