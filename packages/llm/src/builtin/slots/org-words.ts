/** Folded words that begin the name of a client organisation. */
export const orgWords =
  'clinique|clinic|polyclinique|ehpad|cabinet|mairie|pharmacie|pharmacy|hopital|hospital|residence|centre|center|laboratoire|labo|creche|ecole|college|lycee|maison|foyer|institut|association|communaute|notaire|hotel|imagerie|chu|ime|esat|ssr|villa|groupement|polyclinic|dispensaire|had|ssiad|ambulance|optique|garage|menuiserie|transport|kinesitherapie'

export const orgWord = new RegExp(`^(?:${orgWords})s?$`)
