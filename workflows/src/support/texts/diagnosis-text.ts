export interface NetworkFacts {
  devices: {
    hostname: string
    state: string
    downReason: string | null
    location: string | null
    lastPolledAt: string | null
  }[]
  alerts: { device: string; name: string; message: string; entity: string | null; since: string | null }[]
  /** False when the client has more equipment than was read. */
  isComplete: boolean
}

export interface SimilarCase {
  title: string
  path: string
  content: string
}

const mostLines = 30
const excerptLength = 400

/** The private followup with what is known; null for what could not be read. Pure; for the technicians, in French. */
export function diagnosisText(found: {
  network: NetworkFacts | null
  cases: readonly SimilarCase[] | null
}): string {
  return [
    'SUPPORT : éléments de diagnostic.',
    '',
    ...networkLines(found.network),
    '',
    ...caseLines(found.cases),
  ].join('\n')
}

function networkLines(network: NetworkFacts | null): string[] {
  if (network === null) return ['Supervision : illisible.']
  const { devices, alerts, isComplete } = network
  if (devices.length === 0) return ['Supervision : aucun équipement trouvé pour ce client.']
  const down = devices.filter(({ state }) => state === 'down')
  const up = devices.filter(({ state }) => state === 'up').length
  return [
    `Supervision : ${some(devices.length, 'équipement lu', 'équipements lus')}${isComplete ? '' : ' (liste incomplète)'}, ${some(up, 'joignable', 'joignables')}, ${some(down.length, 'injoignable', 'injoignables')}.`,
    ...down.slice(0, mostLines).map(({ hostname, downReason, location, lastPolledAt }) => {
      const details = [downReason, location, lastPolledAt && `relevé le ${localTime(lastPolledAt)}`]
      return `- ${hostname} injoignable (${details.filter(Boolean).join(', ')})`
    }),
    alerts.length === 0 ? 'Aucune alerte en cours.' : 'Alertes en cours :',
    ...alerts.slice(0, mostLines).map(({ device, name, message, entity, since }) => {
      const at = since === null ? '' : ` depuis le ${localTime(since)}`
      return `- ${device}${entity === null ? '' : ` / ${entity}`} : ${name}, ${message}${at}`
    }),
  ]
}

/** None and one are singular in French. */
const some = (count: number, one: string, several: string) => `${count} ${count < 2 ? one : several}`

function caseLines(cases: readonly SimilarCase[] | null): string[] {
  if (cases === null) return ['Base de connaissances : illisible.']
  if (cases.length === 0) return ['Aucun cas similaire.']
  return [
    'Cas similaires :',
    ...cases.map(({ title, path, content }) => {
      const excerpt = content.replace(/\s+/g, ' ').trim().slice(0, excerptLength)
      return `- ${title} (${path}) : ${excerpt}`
    }),
  ]
}

const format = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
})
const localTime = (instant: string) => format.format(new Date(instant))
