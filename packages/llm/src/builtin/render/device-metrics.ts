import type { Turn } from '../intent.ts'
import type { DeviceMetricsRow } from '../shapes.ts'
import { bullets, paragraphs, say } from './blocks.ts'
import { formatBitRate, formatBytes, formatFigure, formatInstant, formatPercent } from './format.ts'
import { plainLine } from './plain-text.ts'

const shownPorts = 5
const shownSensors = 6

function shares(
  turn: Turn,
  rows: { name: string; percent: number; totalBytes?: number | null }[],
): string | undefined {
  const parts = rows.map(({ name, percent, totalBytes }) => {
    const of = totalBytes
      ? say(turn, { fr: ` de ${formatBytes(totalBytes, 'fr')}`, en: ` of ${formatBytes(totalBytes, 'en')}` })
      : ''
    return `${plainLine(name)} **${formatPercent(percent, turn.language)}**${of}`
  })
  return parts.length > 0 ? parts.join(', ') : undefined
}

function trafficTable(turn: Turn, { ports }: DeviceMetricsRow): string | undefined {
  if (!ports || ports.length === 0) return undefined
  const rate = (value: number | null) => (value === null ? '-' : formatBitRate(value, turn.language))
  const head = say(turn, {
    fr: '| Port | État | Entrant | Sortant | Capacité |\n|---|---|---|---|---|',
    en: '| Port | State | In | Out | Speed |\n|---|---|---|---|---|',
  })
  const rows = ports.slice(0, shownPorts).map((port) => {
    const name = [port.name, port.description].flatMap((text) => (text ? [plainLine(text)] : [])).join(' - ')
    return `| ${name} | ${plainLine(port.state)} | ${rate(port.inBitsPerSecond)} | ${rate(port.outBitsPerSecond)} | ${rate(port.speedBitsPerSecond)} |`
  })
  return [head, ...rows].join('\n')
}

function sensorsLine(turn: Turn, { sensors }: DeviceMetricsRow): string | undefined {
  if (!sensors || sensors.length === 0) return undefined
  const shown = sensors.slice(0, shownSensors).map(({ name, value, unit, state }) => {
    const figure = formatFigure(value, turn.language)
    const mark = state === 'warning' || state === 'alert' ? ` (**${state}**)` : ''
    return `${plainLine(name)} ${figure}${unit ? ` ${plainLine(unit)}` : ''}${mark}`
  })
  return `${say(turn, { fr: 'Capteurs :', en: 'Sensors:' })} ${shown.join(', ')}`
}

/** The last measures of one device in short markdown; only what the tool gave. */
export function renderDeviceMetrics(turn: Turn, metrics: DeviceMetricsRow): string {
  const line = (fr: string, en: string, value: string | undefined) =>
    value && say(turn, { fr: `${fr} : ${value}`, en: `${en}: ${value}` })
  const used = (rows: { name: string; usedPercent: number; totalBytes: number | null }[] | undefined) =>
    shares(
      turn,
      (rows ?? []).map((row) => ({ ...row, percent: row.usedPercent })),
    )
  const processors = (metrics.processors ?? []).map((row) => ({ name: row.name, percent: row.usagePercent }))
  const details = paragraphs(
    bullets([
      line('Processeur', 'Processor', shares(turn, processors)),
      line('Mémoire', 'Memory', used(metrics.memory)),
      line('Stockage', 'Storage', used(metrics.storage)),
      sensorsLine(turn, metrics),
      line('Dernier relevé', 'Last poll', formatInstant(metrics.lastPolledAt, turn.language, turn.timeZone)),
      line('Non lu', 'Not read', metrics.missing?.map((part) => plainLine(part)).join(', ')),
    ]),
    trafficTable(turn, metrics),
  )
  const title = say(turn, { fr: 'Mesures de', en: 'Metrics of' })
  return paragraphs(
    `${title} **${plainLine(metrics.hostname)}**`,
    details || say(turn, { fr: 'Aucune mesure disponible.', en: 'No measure available.' }),
  )
}
