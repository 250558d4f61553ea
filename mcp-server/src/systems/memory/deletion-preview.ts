import { type ActionPreview, hasAccreditation } from '@hub/contracts'
import { documentText, type KnowledgeContext, readDocument, type StoredDocument } from '@hub/knowledge'
import { previewFact } from '../preview-fact.ts'

/** Everybody who may look at SAFEGUARD reads previews. */
const previewReader = 'N1'

/** What a deletion takes away. A text that not every reader of previews may read stays out, and the preview says so. */
export async function deletionPreview(
  db: KnowledgeContext['db'],
  stored: StoredDocument,
): Promise<ActionPreview> {
  const isOpen = hasAccreditation(previewReader, stored.audience)
  const text = isOpen
    ? documentText((await readDocument({ db, audience: previewReader }, stored.id)).chunks)
    : null
  return {
    before: [
      previewFact('title', { fr: 'Titre', en: 'Title' }, { value: stored.title }),
      previewFact('path', { fr: 'Emplacement', en: 'Path' }, { value: stored.path, kind: 'mono' }),
      previewFact('client', { fr: 'Client', en: 'Client' }, { value: stored.clientName }),
      previewFact(
        'updatedAt',
        { fr: 'Enregistré le', en: 'Recorded on' },
        { value: stored.updatedAt.toISOString(), kind: 'datetime' },
      ),
      passages(stored.passages),
      previewFact('text', { fr: 'Texte', en: 'Text' }, { value: text }),
    ],
    after: [passages(0, true)],
    warnings: [
      {
        fr: 'Suppression définitive du cas et de ses passages.',
        en: 'Deletes the case with its passages for good.',
      },
      ...(isOpen
        ? []
        : [
            {
              fr: `Texte réservé à ${stored.audience} : à lire dans la base avant de décider.`,
              en: `Text for ${stored.audience} only: read it in the base before deciding.`,
            },
          ]),
    ],
    complete: isOpen,
  }
}

function passages(value: number, changed = false) {
  return previewFact('passages', { fr: 'Passages', en: 'Passages' }, { value, kind: 'number', changed })
}
