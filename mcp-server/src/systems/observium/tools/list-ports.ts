import { observiumListPorts } from '@hub/contracts'
import { defineReadTool } from '../../../tools/define-tool.ts'
import { readPart } from '../../read-part.ts'
import type { ObserviumClient } from '../driver.ts'
import { countPorts } from '../format/count-ports.ts'
import { pageNote, pageOf } from '../format/page-of.ts'
import { byTrouble, listedPort } from '../format/port-problems.ts'

/** `observium_list_ports`: the ports of a device with what is wrong with them and who is at the other end. */
export function listPortsTool(observium: ObserviumClient) {
  return defineReadTool({
    descriptor: observiumListPorts,
    async run({ device: name, problemsOnly, page: pageNumber }, ctx) {
      const device = await observium.devices.find(name, ctx.signal)
      const missing: string[] = []
      const [found, neighbours] = await Promise.all([
        observium.ports(device.id, ctx.signal),
        readPart(missing, { name: 'neighbours', none: [] }, () =>
          observium.neighbours(device.id, ctx.signal),
        ),
      ])
      const byPort = new Map(neighbours.map((neighbour) => [neighbour.portId, neighbour]))
      const ports = found.map((port) => listedPort(port, byPort.get(port.id))).sort(byTrouble)
      const withErrors = ports.filter(({ problems }) => problems.includes('errors')).length
      const saturated = ports.filter(({ problems }) => problems.includes('saturated')).length
      const counts = { ...countPorts(found), withErrors, saturated }
      const shown = problemsOnly ? ports.filter(({ problems }) => problems.length > 0) : ports
      const { items, ...page } = pageOf(shown, pageNumber)
      const note = pageNote(page)
      const stale = device.state === 'up' ? noNote : staleNote
      return {
        data: {
          deviceId: device.id,
          device: device.hostname,
          deviceState: device.state,
          lastPolledAt: device.lastPolledAt,
          counts,
          ports: items,
          ...page,
          missing,
        },
        summary: {
          fr: `${device.hostname} : ${counts.up}/${counts.total} ports actifs, ${counts.down} hors service, ${withErrors} avec erreurs${stale.fr}${note.fr}.`,
          en: `${device.hostname}: ${counts.up}/${counts.total} ports up, ${counts.down} down, ${withErrors} with errors${stale.en}${note.en}.`,
        },
      }
    },
  })
}

const noNote = { fr: '', en: '' }
const staleNote = {
  fr: ' ; l’équipement ne répond pas, ce sont les derniers états connus',
  en: '; the device does not answer, these are the last known states',
}
