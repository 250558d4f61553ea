import type { DocumentProblemText, LocalizedText } from '@hub/contracts'

export type ProblemParams = Record<string, string | number>
type Sentences = Record<string, (params: ProblemParams) => LocalizedText>

/** Why a file or an upload is no readable document, in the words of a person. */
const documentSentences = {
  'document.front_matter_missing': () => ({
    fr: 'Pas d’en-tête : le fichier doit commencer par un bloc entre deux lignes « --- ».',
    en: 'There is no front matter: the file must begin with a block between two lines of ---.',
  }),
  'document.front_matter': ({ problems }) => ({
    fr: `En-tête à corriger : ${problems}.`,
    en: `To correct in the front matter: ${problems}.`,
  }),
  'document.front_matter_yaml': ({ problem }) => ({
    fr: `L’en-tête n’est pas du YAML valide : ${problem}`,
    en: `The front matter is not YAML: ${problem}`,
  }),
  'document.front_matter_long': ({ characters }) => ({
    fr: `L’en-tête dépasse ${characters} caractères.`,
    en: `The front matter is longer than ${characters} characters.`,
  }),
  'document.sidecar': ({ file, problems }) => ({
    fr: `À corriger dans ${file} : ${problems}.`,
    en: `To correct in ${file}: ${problems}.`,
  }),
  'document.sidecar_yaml': ({ file, problem }) => ({
    fr: `${file} n’est pas du YAML valide : ${problem}`,
    en: `${file} is not YAML: ${problem}`,
  }),
  'document.sidecar_alone': ({ file }) => ({
    fr: `Cette fiche décrit ${file}, qui n’est pas là.`,
    en: `This sheet describes ${file}, which is not there.`,
  }),
  'document.sidecar_markdown': ({ file }) => ({
    fr: `La fiche ${file} n’est pas lue à côté d’un fichier Markdown : mettez ce qu’elle dit dans l’en-tête.`,
    en: `The sheet ${file} is not read beside a Markdown file: put what it says into the front matter.`,
  }),
  'document.sidecar_twice': ({ file, other }) => ({
    fr: `Deux fiches décrivent ce fichier, ${file} et ${other} : n’en gardez qu’une.`,
    en: `Two sheets describe this file, ${file} and ${other}: keep one only.`,
  }),
  'document.sidecar_gone': ({ file, audience }) => ({
    fr: `La fiche ${file} n’est plus là ; la version connue reste réservée à ${audience}. Remettez la fiche, ou dites-y qui peut lire.`,
    en: `The sheet ${file} is gone; the known version stays for ${audience}. Put the sheet back, or say in it who may read.`,
  }),
  'document.audience_unsaid': ({ file, audience }) => ({
    fr: `La fiche ${file} ne dit pas qui peut lire ; la version connue reste réservée à ${audience}. Ajoutez-y « audience ».`,
    en: `The sheet ${file} does not say who may read; the known version stays for ${audience}. Add the audience to it.`,
  }),
  'document.empty': () => ({ fr: 'Le document ne contient aucun texte.', en: 'The document holds no text.' }),
  'document.no_text_layer': () => ({
    fr: 'Ce PDF est une image numérisée sans texte : passez-le d’abord par une reconnaissance de caractères.',
    en: 'This PDF is a scanned picture without text: run a text recognition on it first.',
  }),
  'document.encrypted': () => ({
    fr: 'Le document est protégé par un mot de passe : retirez-le.',
    en: 'The document is protected by a password: remove it.',
  }),
  'document.damaged': ({ format }) => ({
    fr: `Le fichier ${format} est endommagé ou incomplet.`,
    en: `The ${format} file is damaged or incomplete.`,
  }),
  'document.encoding': () => ({
    fr: 'Ce n’est pas du texte lisible : enregistrez-le en UTF-8.',
    en: 'This is no readable text: save it as UTF-8.',
  }),
  'document.unknown_format': ({ name }) => ({
    fr: `Le format de ${name} n’est pas lu : md, txt, html, docx et pdf le sont.`,
    en: `The format of ${name} is not read: md, txt, html, docx and pdf are.`,
  }),
  'document.too_large': ({ megabytes }) => ({
    fr: `Le fichier dépasse ${megabytes} Mo.`,
    en: `The file is larger than ${megabytes} MB.`,
  }),
  'document.too_long': ({ characters }) => ({
    fr: `Le texte dépasse ${characters} caractères : partagez le document.`,
    en: `The text is longer than ${characters} characters: split the document.`,
  }),
  'document.many_passages': ({ passages }) => ({
    fr: `Le document donne plus de ${passages} passages : partagez-le.`,
    en: `The document makes more than ${passages} passages: split it.`,
  }),
  'document.too_complex': () => ({
    fr: 'Le document demande trop de mémoire pour être lu.',
    en: 'The document takes too much memory to be read.',
  }),
  'document.timeout': ({ seconds }) => ({
    fr: `Le document n’a pas pu être lu en ${seconds} s.`,
    en: `The document could not be read within ${seconds} s.`,
  }),
  'document.not_a_file': ({ sheet }) => ({
    fr: sheet ? `La fiche ${sheet} n’est pas un fichier ordinaire.` : 'Ce n’est pas un fichier ordinaire.',
    en: sheet ? `The sheet ${sheet} is not a regular file.` : 'This is not a regular file.',
  }),
  'document.colon': () => ({
    fr: 'Le nom contient « : », réservé aux documents d’autres sources.',
    en: 'The name holds a colon, kept for documents of other sources.',
  }),
  'document.unreadable': ({ code }) => ({
    fr: `Le fichier ne peut pas être lu (${code}).`,
    en: `The file cannot be read (${code}).`,
  }),
  'document.folder_unreadable': ({ code }) => ({
    fr: `Le dossier ne peut pas être lu (${code}) : ce que la base tient de lui reste.`,
    en: `The folder cannot be read (${code}): what the base holds of it stays.`,
  }),
  'document.not_stored': () => ({
    fr: 'Le document a été lu mais n’a pas pu être enregistré : voir le journal.',
    en: 'The document was read but could not be stored: see the log.',
  }),
} satisfies Sentences

export type DocumentReason = keyof typeof documentSentences

/** Why a whole pass over the folder failed. */
const ingestionSentences = {
  'knowledge.folder': ({ dir }) => ({
    fr: `Le dossier des documents ${dir} ne peut pas être lu.`,
    en: `The documents folder ${dir} cannot be read.`,
  }),
  'knowledge.folder_empty': ({ dir, documents }) => ({
    fr: `Le dossier ${dir} est vide alors que la base tient ${documents} documents de lui : rien n’est retiré. Est-il bien monté ?`,
    en: `The folder ${dir} is empty while the base holds ${documents} documents of it: nothing is removed. Is it mounted?`,
  }),
  'knowledge.ingestion_running': () => ({
    fr: 'Une lecture des documents est déjà en cours.',
    en: 'The documents are being read already.',
  }),
  'knowledge.ingestion_failed': () => ({
    fr: 'La lecture des documents a échoué : voir le journal du serveur.',
    en: 'Reading the documents failed: see the log of the server.',
  }),
} satisfies Sentences

/** The sentence of every reason that this room gives, by its key. */
export const knowledgeSentences: Sentences = { ...documentSentences, ...ingestionSentences }

/** The sentence of a reason, also of one that an older or newer version of the Hub stored. */
export function problemSentence(reason: string, params: ProblemParams): LocalizedText {
  const known = knowledgeSentences[reason]?.(params)
  return known ?? { fr: `Document illisible (${reason}).`, en: `The document cannot be read (${reason}).` }
}

/** A stored problem for its readers. */
export function problemText({
  reason,
  params,
}: {
  reason: string
  params: ProblemParams
}): DocumentProblemText {
  return { reason, text: problemSentence(reason, params) }
}
