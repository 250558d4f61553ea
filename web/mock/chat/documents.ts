import type { KnowledgeDocument, Source } from '@hub/contracts'
import { minutes } from '../data/make-approval.ts'

export const documents: KnowledgeDocument[] = [
  {
    id: 'doc-switch',
    title: 'Diagnostic d’un commutateur d’accès',
    path: 'procedures/reseau/diagnostic-commutateur.md',
    kind: 'procedure',
    updatedAt: minutes(-60 * 24 * 12),
    chunks: [
      {
        id: 'doc-switch-1',
        headingPath: ['Avant de commencer'],
        content:
          'Relever le nom exact de l’équipement et le site. Un commutateur qui répond au ping n’est pas forcément sain : regarder aussi les **ports en erreur** et la dernière interrogation.',
      },
      {
        id: 'doc-switch-2',
        headingPath: ['Lire l’état', 'Ports et erreurs'],
        content:
          'Un port sain affiche moins de **0,1 erreur par seconde**. Au-delà :\n\n1. contrôler le câble et le connecteur ;\n2. forcer puis rétablir la négociation ;\n3. comparer avec le port voisin.\n\n```bash\nshow interfaces counters errors\nshow interfaces GigabitEthernet1/0/24 status\n```',
      },
      {
        id: 'doc-switch-3',
        headingPath: ['Lire l’état', 'Température'],
        content: 'Au-dessus de **55 °C**, vérifier la ventilation de la baie avant toute autre action.',
      },
      {
        id: 'doc-switch-4',
        headingPath: ['Redémarrer'],
        content:
          'Ne jamais redémarrer un commutateur de clinique en heures ouvrées. Prévenir le cadre de garde, puis attendre la fenêtre de 21 h à 5 h.',
      },
    ],
  },
  {
    id: 'doc-stjean',
    title: 'Fiche client, Clinique Saint-Jean',
    path: 'clients/clinique-saint-jean.md',
    kind: 'client',
    updatedAt: minutes(-60 * 24 * 40),
    chunks: [
      {
        id: 'doc-stjean-1',
        headingPath: ['Contacts'],
        content: 'Référente informatique : Claire Leroy, poste 4410. Astreinte de nuit : cadre de garde.',
      },
      {
        id: 'doc-stjean-2',
        headingPath: ['Réseau'],
        content:
          'Commutateur principal **SWITCH-CLIN-STJEAN**, 24 ports, baie du rez-de-chaussée. Le port 24 relie le bâtiment B. Maintenance possible de 21 h à 5 h, après accord du cadre de garde.',
      },
    ],
  },
  {
    id: 'doc-reset',
    title: 'Réinitialiser un mot de passe',
    path: 'procedures/comptes/reinitialisation-mot-de-passe.md',
    kind: 'procedure',
    updatedAt: minutes(-60 * 24 * 5),
    chunks: [
      {
        id: 'doc-reset-1',
        headingPath: ['Vérifier la personne'],
        content:
          'Rappeler la personne sur un numéro déjà connu du client. Une demande venue d’une adresse extérieure est refusée.',
      },
    ],
  },
]

/** The numbered source of one passage. */
export function sourceOf(n: number, chunkId: string): Source {
  for (const document of documents) {
    const chunk = document.chunks.find(({ id }) => id === chunkId)
    if (!chunk) continue
    const { id: documentId, title, path } = document
    return { n, documentId, chunkId, title, path, score: 0.9 - n * 0.07, excerpt: chunk.content }
  }
  throw new Error(`no passage ${chunkId}`)
}
