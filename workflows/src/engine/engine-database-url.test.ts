import { expect, it } from 'vitest'
import { engineDatabaseUrl } from './engine-database-url.ts'

const optionsOf = (url: string) => new URL(engineDatabaseUrl(url)).searchParams.get('options')

it('ends transactions that are left open', () => {
  const url = engineDatabaseUrl('postgresql://hub:p%40ss@db.example:5433/hub?sslmode=require')
  expect(optionsOf(url)).toBe('-c idle_in_transaction_session_timeout=60000')
  expect(url).toMatch(/^postgresql:\/\/hub:p%40ss@db\.example:5433\/hub\?sslmode=require&options=/)
})

it('keeps what the address says', () => {
  expect(optionsOf('postgresql://localhost/hub?options=-c%20work_mem%3D64MB')).toBe(
    '-c work_mem=64MB -c idle_in_transaction_session_timeout=60000',
  )
  const own = 'postgresql://localhost/hub?options=-c%20idle_in_transaction_session_timeout%3D5s'
  expect(engineDatabaseUrl(own)).toBe(own)
})
