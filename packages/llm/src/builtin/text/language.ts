import { foldToWords } from './fold.ts'

export type Language = 'fr' | 'en'

const markers: Record<Language, ReadonlySet<string>> = {
  fr: new Set(
    'le la les l un une des du de d au aux est et quel quelle quels sont pour sur dans avec je tu vous il elle mon son sa ce cette peux pouvez bonjour merci stp svp comment pas qui reinitialise deverrouille debloque cloture ferme ajoute verifie montre affiche donne etat compte mot passe mdp suivi aide salut'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the an of is are and what which how for on in with i you it he she my his her this that can could would please hello hi thanks not who do does reset unlock close add check show give get status state account password user help doing'.split(
      ' ',
    ),
  ),
}

/** The language a sentence is written in; `fallback` when its small words do not tell. */
export function detectLanguage(sentence: string, fallback: Language): Language {
  const words = foldToWords(sentence).split(' ')
  const count = (language: Language) => words.filter((word) => markers[language].has(word)).length
  const french = count('fr')
  const english = count('en')
  if (french === english) return fallback
  return french > english ? 'fr' : 'en'
}
