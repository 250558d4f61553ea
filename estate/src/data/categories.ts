import { parseTable } from './table.ts'

/** One node of the ITILCategory tree. */
export interface Category {
  id: number
  name: string
  /** 0 at the top. */
  parent: number
}

const rows = parseTable(
  ['id', 'parent', 'name'] as const,
  `
1 | 0 | Comptes et accès
2 | 1 | Réinitialisation de mot de passe
3 | 1 | Déblocage de compte
4 | 1 | Création de compte
5 | 1 | Droits et partages
10 | 0 | Réseau
11 | 10 | Coupure internet
12 | 10 | Lenteur réseau
13 | 10 | Wi-Fi
14 | 10 | VPN et télétravail
15 | 10 | Équipement réseau
20 | 0 | Impression
21 | 20 | Imprimante
22 | 20 | Copieur et numérisation
30 | 0 | Applications métier
31 | 30 | Dossier patient
32 | 30 | Dossier résident
33 | 30 | Paie et comptabilité
34 | 30 | Imagerie (PACS)
40 | 0 | Poste de travail
41 | 40 | Matériel
42 | 40 | Système et mises à jour
50 | 0 | Messagerie
51 | 50 | Boîte aux lettres
52 | 50 | Courrier indésirable
60 | 0 | Téléphonie
70 | 0 | Serveurs et sauvegardes
71 | 70 | Sauvegarde
72 | 70 | Stockage
80 | 0 | Sécurité
`,
)

/** The ITIL categories of the demo GLPI. */
export const categories: readonly Category[] = rows.map((row) => ({
  id: Number(row.id),
  parent: Number(row.parent),
  name: row.name,
}))
