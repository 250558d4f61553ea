import { observiumListDevices } from '@hub/contracts'
import { defineReadTool } from '../../../tools/define-tool.ts'
import type { NetworkDevice, ObserviumClient } from '../driver.ts'
import { pageNote, pageOf } from '../format/page-of.ts'
import { countStates, selectDevices } from '../format/select-devices.ts'

/** `observium_list_devices`: the devices that match, page by page, with how many are in which state. */
export function listDevicesTool(observium: ObserviumClient) {
  return defineReadTool({
    descriptor: observiumListDevices,
    async run({ page: pageNumber, ...filter }, ctx) {
      const { devices, complete } = await observium.devices.list(ctx.signal)
      const matching = selectDevices(devices, filter)
      const { items, ...page } = pageOf(matching, pageNumber)
      const states = countStates(matching)
      const note = pageNote(page)
      return {
        data: { devices: items.map(listedDevice), ...page, states, complete },
        summary: {
          fr: `${counted(page.total, 'équipement')} : ${states.up} en service, ${states.down} hors service${note.fr}.`,
          en: `${counted(page.total, 'device')}: ${states.up} up, ${states.down} down${note.en}.`,
        },
      }
    },
  })
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count > 1 ? 's' : ''}`
}

function listedDevice({ id, sysName: _sysName, os: _os, version: _version, ...device }: NetworkDevice) {
  return { deviceId: id, ...device }
}
