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
Marie-Claude | Lef\u00e8vre
Sandrine | Gomez
Karim | Benali
Thi Mai | Nguyen
Laurence | Petit
Yann | Le Goff
Fatoumata | Traor\u00e9
Pierre | Marchand
\u00c9lodie | Roux
Aur\u00e9lien | D'Angelo
Mohamed | El Amrani
Nathalie | Saint-Martin
Sofia | Rodriguez
Ludovic | Wozniak
Chlo\u00e9 | Blanc
John | Smith
Emily | Carter
`)

/** Written before the rules were measured, and not looked at while they were mended. */
export const heldPeople = people(`
Ma\u00efwenn | Kerbrat
Ghislain | Oyarzabal
Priya | Venkataraman
Wojciech | Kowalczyk
Anne-Sophie | de La Tour
Oksana | Bondarenko
Tha\u00efs | Peyrissaguet
Ewen | Qu\u00e9m\u00e9neur
Aoife | O'Connor
Rose | Fontaine
Idrissa | N'Diaye
J\u00fcrgen | M\u00fcller
Xavier | Bonhomme
Ay\u015fe | \u00c7elik
Rapha\u00eblle | Boulanger
Bill | Wood
`)

/** Those of the frames that were written last. */
export const freshPeople = people(`
Solenn | Guivarc'h
Baptiste | Marchal
Yolande | Lenoir
Kwame | Asante
In\u00e8s | Cazeneuve
Marie-Ange | Duchemin
Dragan | Petrovi\u0107
Siobhan | Gallagher
F\u00e9licit\u00e9 | Mbemba
Tristan | Lacombe
Ga\u00ebtane | Vigneron
Arthur | Leblond
`)
