import { defineRead } from '../define-read.ts'
import { renderListing, renderMissing } from '../render/listing.ts'
import { plainLine } from '../render/plain-text.ts'
import { dataOf, lastResult } from '../results.ts'
import { AssetsData } from '../shapes.ts'
import { namedClient } from '../subjects/client.ts'

const tool = 'glpi_list_client_assets'

/** The equipment that GLPI holds for a client. */
export const clientAssets = defineRead({
  id: 'client-assets',
  title: { fr: 'parc d’un client', en: 'equipment of a client' },
  example: { fr: 'Liste le parc de la Clinique Saint-Jean', en: 'List the assets of Clinique Saint-Jean' },
  needs: [tool],
  carries: ['clientPhrase'],
  asksFor: ['clientPhrase'],
  patterns: [
    {
      weight: 5.5,
      any: ['asset'],
      slots: ['clientPhrase'],
      without: ['hostnames', 'ticketIds', 'login'],
      none: ['howTo', 'state', 'metrics', 'trouble', 'ticket', 'client', 'create'],
    },
  ],
  subject: namedClient,
  calls: ({ slots: { assetType } }, client) => [
    { tool, arguments: { client: client.name, ...(assetType && { type: assetType }) } },
  ],
  tell(turn, client) {
    const data = dataOf(lastResult(turn, tool), AssetsData)
    const name = plainLine(client.name)
    const title = { fr: `Matériel de ${name}`, en: `Equipment of ${name}` }
    if (!data) return renderMissing(turn, tool, title)
    return renderListing(turn, {
      title,
      none: { fr: `${title.fr} : rien dans GLPI.`, en: `${title.en}: nothing in GLPI.` },
      rows: data.assets.map((asset) =>
        [asset.name, asset.model, asset.location]
          .flatMap((text) => (text ? [plainLine(text)] : []))
          .join(', '),
      ),
      total: data.totals.reduce((sum, { total }) => sum + total, 0),
    })
  },
})
