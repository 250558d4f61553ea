import { words } from './words.ts'

/** Words that are spelled right although they look like a slip of a word of the trade. */
export const everydayWords: ReadonlySet<string> = new Set([
  ...words(
    'resolu resolus resolue resolues closed opened enabled removed created copied solved resolved reopened notified informed unlocked added',
  ),
  ...words(
    'reste restent rester poste postes forme formes notre votre autre autres encore contre compte porte',
  ),
  ...words(
    'claire martin martine marine basse tache note lopez fermes activee activees reactivee retiree enlevee assignee creee',
  ),
  ...words('after about other their there where these those would could should maybe check place'),
])
