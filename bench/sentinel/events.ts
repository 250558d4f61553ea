import type { Notice } from './notify.ts'
import { places } from './places.ts'
import type { Effect, Scenario, Travel } from './scenario.ts'
import type { World } from './world.ts'

/** One notification on its way, at the minute of its delivery. */
export interface Post {
  at: number
  notice: Notice
  via: Travel['via']
}

interface Moment {
  world: World
  minute: number
}

/** Makes one effect happen and returns the notifications it sends. */
export function happen(effect: Effect, moment: Moment): Post[] {
  const { world, minute } = moment
  switch (effect.do) {
    case 'down':
      return fall(effect, moment)
    case 'up':
      return rise(effect, moment)
    case 'cut':
      return cutSite(effect, moment)
    case 'restore':
      return restoreSite(effect, moment)
    case 'port':
      world.setPort(`${effect.host}|${effect.port}`, portChange(effect))
      return portPosts(effect, moment)
    case 'sensor':
      world.setSensor(effect, minute)
      return sensorPosts(effect, moment)
    case 'gap':
      world.stopPolling(effect.hosts, minute)
      return []
    case 'polled':
      world.stopPolling([], minute)
      return []
    case 'answer':
      world.hear(effect.text, minute)
      return []
    default:
      return told(effect, moment)
  }
}

const deviceDown = { entityType: 'device', message: 'Device is down' } as const

function post(
  notice: Omit<Notice, 'at' | 'severity'> & { severity?: string },
  moment: Moment,
  travel: Travel = {},
): Post[] {
  if (travel.isLost) return []
  const at = Date.parse(moment.world.timeOf(moment.minute))
  const one = {
    at: travel.deliveredAt ?? moment.minute,
    via: travel.via,
    notice: { severity: 'Critical', ...notice, at },
  }
  return Array.from({ length: travel.times ?? 1 }, (_, index) => ({ ...one, at: one.at + index * 0.4 }))
}

function state(host: string, isUp: boolean, moment: Moment, travel: Travel = {}): Post[] {
  const metrics = `device_status = ${isUp ? 1 : 0}`
  return post(
    { ...deviceDown, state: isUp ? 'RECOVER' : 'ALERT', host, entity: host, metrics },
    moment,
    travel,
  )
}

function behind(host: string): string[] {
  const children = places.devices.filter(({ parent }) => parent === host).map(({ hostname }) => hostname)
  return children.flatMap((child) => [child, ...behind(child)])
}

function fall(effect: Extract<Effect, { do: 'down' }>, moment: Moment): Post[] {
  const { world, minute } = moment
  const reason = effect.reason ?? 'ping'
  const others = reason === 'ping' ? behind(effect.host).filter((host) => world.isUp(host)) : []
  world.fall(effect.host, minute, { reason, isSeen: reason === 'ping' })
  for (const host of others) world.fall(host, minute, { reason, isSeen: false })
  if (effect.isQuiet) return []
  return [effect.host, ...others].flatMap((host) => state(host, false, moment, effect.travel))
}

function rise(effect: Extract<Effect, { do: 'up' }>, moment: Moment): Post[] {
  const { world, minute } = moment
  const others = behind(effect.host).filter((host) => !world.isUp(host))
  world.rise(effect.host, minute, effect.isRestarted ?? false)
  for (const host of others) world.rise(host, minute, false)
  if (effect.isQuiet) return []
  return [effect.host, ...others].flatMap((host) => state(host, true, moment, effect.travel))
}

const devicesAt = (site: string) =>
  places.devices.filter((device) => device.site === site).map(({ hostname }) => hostname)

function cutSite({ site, alerts, travel }: Extract<Effect, { do: 'cut' }>, moment: Moment): Post[] {
  const hosts = devicesAt(site).filter((host) => moment.world.isUp(host))
  for (const host of hosts) moment.world.fall(host, moment.minute, { reason: 'ping', isSeen: false })
  return (alerts ?? hosts).flatMap((host) => state(host, false, moment, travel))
}

function restoreSite(
  { site, restarted, travel }: Extract<Effect, { do: 'restore' }>,
  moment: Moment,
): Post[] {
  const hosts = devicesAt(site).filter((host) => !moment.world.isUp(host))
  const isRestarted = (host: string) =>
    restarted === 'all' || (Array.isArray(restarted) && restarted.includes(host))
  for (const host of hosts) moment.world.rise(host, moment.minute, isRestarted(host))
  return hosts.flatMap((host) => state(host, true, moment, travel))
}

function portChange({ state: oper, errors, isSaturated }: Extract<Effect, { do: 'port' }>) {
  return {
    ...(oper === undefined ? {} : { state: oper }),
    ...(errors === undefined ? {} : { errors }),
    ...(isSaturated === undefined ? {} : { isSaturated }),
  }
}

function portPosts(effect: Extract<Effect, { do: 'port' }>, moment: Moment): Post[] {
  if (effect.alert === undefined) return []
  const isUp = effect.state === 'up' || effect.errors === 0 || effect.isSaturated === false
  const metric =
    effect.state !== undefined ? `ifOperStatus = ${effect.state}` : `ifInErrors_rate = ${effect.errors ?? 0}`
  return post(
    {
      state: isUp ? 'RECOVER' : 'ALERT',
      host: effect.host,
      entityType: 'port',
      entity: effect.port,
      message: effect.alert,
      metrics: effect.isSaturated === undefined ? metric : 'ifInOctets_perc = 97',
    },
    moment,
    effect.travel,
  )
}

function sensorPosts(effect: Extract<Effect, { do: 'sensor' }>, moment: Moment): Post[] {
  if (effect.alert === undefined) return []
  return post(
    {
      state: effect.state === 'ok' ? 'RECOVER' : 'ALERT',
      host: effect.host,
      entityType: 'sensor',
      entity: effect.name,
      message: effect.alert,
      metrics: `sensor_value = ${effect.value}`,
    },
    moment,
  )
}

function told(effect: Extract<Effect, { do: 'check' | 'syslog' | 'remind' }>, moment: Moment): Post[] {
  const { host } = effect
  if (effect.do === 'remind')
    return post(
      { ...deviceDown, state: 'ALERT REMINDER', host, entity: host, metrics: 'device_status = 0' },
      moment,
      effect.travel,
    )
  const of = { host, entityType: 'device', entity: host, severity: effect.severity ?? 'Critical' } as const
  if (effect.do === 'check')
    return post(
      { ...of, state: effect.isOver ? 'RECOVER' : 'ALERT', message: effect.message, metrics: effect.metrics },
      moment,
      effect.travel,
    )
  const { program, message } = effect
  return post(
    { ...of, state: 'SYSLOG', message: 'Log rule', metrics: '', syslog: { program, message } },
    moment,
    effect.travel,
  )
}

/** Every step of a scenario in order of time. */
export function timeline(scenario: Scenario): { minute: number; effects: readonly Effect[] }[] {
  return scenario.steps.map(([minute, effects]) => ({ minute, effects })).sort((a, b) => a.minute - b.minute)
}
