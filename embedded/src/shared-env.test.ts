import { describe, expect, it } from 'vitest'
import { presentValues, realSystems, type SharedEnvParts, sharedEnv } from './shared-env.ts'

const demo = {
  GLPI: { GLPI_URL: 'http://demo/glpi', GLPI_APP_TOKEN: 'demo-token' },
  OBSERVIUM: { OBSERVIUM_URL: 'http://demo/observium', OBSERVIUM_USER: 'demo' },
  LIBRENMS: { LIBRENMS_URL: 'http://demo/librenms' },
  AD: { AD_URL: 'ldaps://demo', AD_CA_FILE: 'demo-ca.pem' },
  SMTP: { SMTP_URL: 'smtps://demo', MAIL_FROM: 'demo@widip.example' },
}

function shared(parts: Partial<SharedEnvParts>) {
  return sharedEnv({ env: {}, defaults: {}, demo, fixed: {}, ...parts })
}

describe('presentValues', () => {
  it('drops what was left empty', () => {
    expect(presentValues({ GLPI_URL: '', HUB_PORT: '3002' })).toEqual({ HUB_PORT: '3002' })
  })
})

describe('realSystems', () => {
  it('finds a system by its address or the file of its address', () => {
    expect(realSystems({ GLPI_APP_TOKEN: 'x', OBSERVIUM_TOKEN: 'x' })).toEqual([])
    expect(realSystems({ GLPI_URL: 'https://glpi.example', AD_URL_FILE: '/run/ad' })).toEqual(['GLPI', 'AD'])
    expect(realSystems({ LIBRENMS_URL: 'https://nms.example' })).toEqual(['LIBRENMS'])
  })
})

describe('sharedEnv', () => {
  it('gives the demo systems to an environment that names none', () => {
    expect(shared({})).toEqual({
      ...demo.GLPI,
      ...demo.OBSERVIUM,
      ...demo.LIBRENMS,
      ...demo.AD,
      ...demo.SMTP,
    })
  })

  it('ignores what is left of a system without its address', () => {
    const env = shared({
      env: { GLPI_APP_TOKEN: 'left', GLPI_USER_TOKEN_FILE: '/left', OBSERVIUM_TOKEN: 'left' },
    })
    expect(env).toEqual(shared({}))
  })

  it('mixes nothing of the demo into a real system', () => {
    const env = shared({
      env: { GLPI_URL: 'https://glpi.example', AD_URL_FILE: '/run/ad', AD_BASE_DN: 'DC=x' },
    })
    expect(env).toEqual({
      GLPI_URL: 'https://glpi.example',
      AD_URL_FILE: '/run/ad',
      AD_BASE_DN: 'DC=x',
      ...demo.OBSERVIUM,
      ...demo.LIBRENMS,
    })
  })

  it('gives no demo mail server to real clients, and takes a real one whole', () => {
    const glpi = { GLPI_URL: 'https://glpi.example' }
    const without = shared({ env: { ...glpi, SMTP_PASSWORD: 'left', MAIL_FROM: 'us@real.example' } })
    expect(without.SMTP_URL).toBeUndefined()
    expect(without.SMTP_PASSWORD).toBeUndefined()
    const real = { ...glpi, SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'us@real.example' }
    expect(shared({ env: real })).toMatchObject(real)
  })

  it('uses a default only for what the environment does not name', () => {
    const defaults = { JWT_SECRET: 'made', HUB_PUBLIC_URL: 'http://127.0.0.1:4000' }
    expect(shared({ defaults })).toMatchObject(defaults)
    const env = shared({ defaults, env: { JWT_SECRET_FILE: '/run/jwt' } })
    expect(env).toMatchObject({ JWT_SECRET_FILE: '/run/jwt', HUB_PUBLIC_URL: defaults.HUB_PUBLIC_URL })
    expect(env.JWT_SECRET).toBeUndefined()
  })

  it('lets the environment change nothing that is fixed, not by a file either', () => {
    const env = shared({
      env: { HUB_MODE: 'full', HUB_DEMO_PASSWORD_FILE: '/run/demo', REDIS_URL: 'redis://x' },
      fixed: { HUB_MODE: 'embedded', HUB_DEMO_PASSWORD: undefined, REDIS_URL: undefined },
    })
    expect(env.HUB_MODE).toBe('embedded')
    expect(env.HUB_DEMO_PASSWORD_FILE).toBeUndefined()
    expect(env.REDIS_URL).toBeUndefined()
  })
})
