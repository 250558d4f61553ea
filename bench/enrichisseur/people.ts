/** Somebody, and what must not be known of them. */
export interface Person {
  first: string
  last: string
}

const people = (text: string): Person[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [first = '', last = ''] = line.split('|')
      return { first: first.trim(), last: last.trim() }
    })

/** Looked at while the rules were written. */
export const tuningPeople = people(`
Jean | Dupont
Marie-Claude | Lefèvre
Sandrine | Gomez
Karim | Benali
Thi Mai | Nguyen
Laurence | Petit
Yann | Le Goff
Fatoumata | Traoré
Pierre | Marchand
Élodie | Roux
Aurélien | D'Angelo
Mohamed | El Amrani
Nathalie | Saint-Martin
Sofia | Rodriguez
Ludovic | Wozniak
Chloé | Blanc
John | Smith
Emily | Carter
`)

/** Written before the rules were measured, and not looked at while they were mended. */
export const heldPeople = people(`
Maïwenn | Kerbrat
Ghislain | Oyarzabal
Priya | Venkataraman
Wojciech | Kowalczyk
Anne-Sophie | de La Tour
Oksana | Bondarenko
Thaïs | Peyrissaguet
Ewen | Quéméneur
Aoife | O'Connor
Rose | Fontaine
Idrissa | N'Diaye
Jürgen | Müller
Xavier | Bonhomme
Ay\u015fe | Çelik
Raphaëlle | Boulanger
Bill | Wood
`)

/** Those of the frames that were written last. */
export const freshPeople = people(`
Solenn | Guivarc'h
Baptiste | Marchal
Yolande | Lenoir
Kwame | Asante
Inès | Cazeneuve
Marie-Ange | Duchemin
Dragan | Petrovi\u0107
Siobhan | Gallagher
Félicité | Mbemba
Tristan | Lacombe
Gaëtane | Vigneron
Arthur | Leblond
`)
