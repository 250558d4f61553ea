import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningRedis, startRedis } from './redis.ts'

const retryOff = { retryStrategy: () => null, lazyConnect: true }

describe('startRedis', () => {
  let redis: RunningRedis

  beforeAll(async () => {
    redis = await startRedis()
  }, 300_000)

  afterAll(async () => {
    await redis.close()
  })

  it('delivers a published message to a subscriber', async () => {
    const subscriber = new Redis(redis.url)
    const publisher = new Redis(redis.url)
    const received = new Promise<string>((resolve) => {
      subscriber.on('message', (channel, message) => resolve(`${channel}: ${message}`))
    })
    await subscriber.subscribe('hub')
    expect(await publisher.publish('hub', 'look again')).toBe(1)
    expect(await received).toBe('hub: look again')
    subscriber.disconnect()
    publisher.disconnect()
  })

  it('answers nothing while paused and everything after', async () => {
    const client = new Redis(redis.url)
    await client.ping()
    redis.pause()
    let answered = false
    const pong = client.ping().then((reply) => {
      answered = true
      return reply
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(answered).toBe(false)
    redis.resume()
    expect(await pong).toBe('PONG')
    client.disconnect()
  })

  it('is gone after close, even when it was paused', async () => {
    const second = await startRedis()
    second.pause()
    await second.close()
    const client = new Redis(second.url, retryOff)
    client.on('error', (error) => expect(error.message).toContain('ECONNREFUSED'))
    await expect(client.connect()).rejects.toThrow()
  })
})
