import { glpiSearchClient } from '@hub/contracts'
import { defineReadTool } from '../../../tools/define-tool.ts'
import type { GlpiClient } from '../domain/client.ts'
import { findClients } from '../find-clients.ts'

/** `glpi_search_client`: clients by a part of their name, with equipment and open tickets. */
export function searchClientTool(glpi: GlpiClient) {
  return defineReadTool({
    descriptor: glpiSearchClient,
    async run({ query }, ctx) {
      const data = await findClients(glpi, query, ctx.signal)
      const names = data.clients.map((client) => client.name).join(', ')
      const more = data.total > data.clients.length
      return {
        data,
        summary:
          data.clients.length === 0
            ? { fr: `Aucun client pour « ${query} ».`, en: `No client for “${query}”.` }
            : {
                fr: `${data.total} client${data.total > 1 ? 's' : ''} : ${names}${more ? '…' : ''}.`,
                en: `${data.total} client${data.total > 1 ? 's' : ''}: ${names}${more ? '…' : ''}.`,
              },
      }
    },
  })
}
