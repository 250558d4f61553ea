/** Places and organisations. Notation: see `lexicon`. */
export const siteGroups = `
clinique, clinic, hopital, hospital
ehpad, maison de retraite, nursing home, retirement home, care home
cabinet, practice, surgery, cabinet medical
pharmacie, pharmacy, officine
site, etablissement, agence, facility, premises, locaux
batiment, building
etage, floor
accueil, reception desk, front desk
chambre, room
resident, patient
salle serveur, server room
bloc operatoire, operating room, operating theatre
urgences, emergency department
famille, family, proche
`
