import { describe, expect, it } from 'vitest'
import { loadEmbeddedConfig } from './config.ts'

describe('loadEmbeddedConfig', () => {
  it('needs nothing for the demo systems', () => {
    expect(loadEmbeddedConfig({})).toMatchObject({ HUB_HOST: '127.0.0.1', HUB_PORT: 3002 })
  })

  it.each(['0.0.0.0', '::1', '::', '192.168.1.4', 'hub.example'])('refuses to listen on %s', (host) => {
    expect(() => loadEmbeddedConfig({ HUB_HOST: host })).toThrow(/^configuration: HUB_HOST=.+127\.0\.0\.1$/)
  })

  it.each(['GLPI_URL', 'OBSERVIUM_URL', 'AD_URL_FILE'])('refuses the known password behind %s', (name) => {
    const real = { [name]: 'https://real.example' }
    const refusal = /^configuration: HUB_DEMO_PASSWORD: [^\n]+$/
    expect(() => loadEmbeddedConfig(real)).toThrow(refusal)
    expect(() => loadEmbeddedConfig({ ...real, HUB_DEMO_PASSWORD: 'Widip-demo-2026' })).toThrow(refusal)
    expect(loadEmbeddedConfig({ ...real, HUB_DEMO_PASSWORD: 'only-for-us-41' }).HUB_DEMO_PASSWORD).toBe(
      'only-for-us-41',
    )
  })

  it('refuses to write real mails to the clients of the demo', () => {
    const env = { SMTP_URL: 'smtps://mail.example', HUB_DEMO_PASSWORD: 'only-for-us-41' }
    expect(() => loadEmbeddedConfig(env)).toThrow(/^configuration: SMTP_URL [^\n]+GLPI_URL too$/)
    expect(loadEmbeddedConfig({ ...env, GLPI_URL: 'https://glpi.example' }).HUB_PORT).toBe(3002)
  })
})
