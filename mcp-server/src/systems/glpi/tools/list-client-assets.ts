import { glpiListClientAssets } from '@hub/contracts'
import { defineReadTool } from '../../../tools/define-tool.ts'
import { readPart } from '../../read-part.ts'
import type { GlpiClient } from '../domain/client.ts'
import { type Asset, assetTypes } from '../domain/organisation.ts'
import { findClient } from '../find-client.ts'

/** `glpi_list_client_assets`: the equipment of a client and of the entities below it. */
export function listClientAssetsTool(glpi: GlpiClient) {
  return defineReadTool({
    descriptor: glpiListClientAssets,
    async run({ client, type: only, limit }, { signal }) {
      const { id: clientId, name: clientName } = await findClient(glpi, client, signal)
      const missing: string[] = []
      const types = assetTypes.filter((type) => only === 'all' || only === type)
      const none: { assets: Asset[]; total: null } = { assets: [], total: null }
      const parts = await Promise.all(
        types.map(async (type) => {
          const read = () => glpi.assets.list({ clientId, type, limit }, signal)
          return { type, ...(await readPart(missing, { name: type, none }, read)) }
        }),
      )
      const totals = parts.flatMap(({ type, total }) => (total === null ? [] : [{ type, total }]))
      const assets = parts.flatMap((part) => part.assets)
      return {
        data: { clientId, clientName, assets, totals, missing },
        summary: summary(clientName, { total: sum(totals), missing: missing.length }),
      }
    },
  })
}

function sum(totals: { total: number }[]): number {
  return totals.reduce((all, { total }) => all + total, 0)
}

function summary(client: string, { total, missing }: { total: number; missing: number }) {
  const plural = total > 1 ? 's' : ''
  const [fr, en] =
    missing === 0 ? ['', ''] : [' ; une partie n’a pas pu être lue', '; a part could not be read']
  return {
    fr: `${client} : ${total} équipement${plural} dans GLPI${fr}.`,
    en: `${client}: ${total} asset${plural} in GLPI${en}.`,
  }
}
