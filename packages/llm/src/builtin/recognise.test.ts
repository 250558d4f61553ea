import { describe, expect, it } from 'vitest'
import { readSentence, recognise } from './recognise.ts'

const understood = (sentence: string) => recognise(readSentence(sentence))?.intent
const intentOf = (sentence: string) => understood(sentence)?.id

const expected: Record<string, string[]> = {
  'device-state': [
    "Quel est l'état du switch de la Clinique St-Jean ?",
    'etat du swich de la clinique st jean',
    'QUEL EST L ETAT DU SWITCH DE LA CLINIQUE SAINT-JEAN',
    'how is SWITCH-CLIN-STJEAN doing?',
    "le routeur de l'EHPAD Les Jardins marche ?",
    'Is the firewall at Cabinet Dr Martin up?',
    'SWITCH-MUSIC-001 est-il en ligne ?',
    'Est-ce que le pare-feu de la Clinique Saint-Joseph fonctionne ?',
    'status of the switches at Clinique Saint-Joseph',
    "What's the status of the St-Jean clinic's router?",
    'Vérifie la borne wifi du Cabinet Dr Martin',
    'le switch de la clinique du Vidourle ne répond plus',
    'Donne-moi des nouvelles de SWITCH-CLIN-002',
    "Quel est l'état de la Clinique Saint-Jean ?",
    'switch de la Clinique St-Jean ?',
    'Peux-tu vérifier ROUTEUR-JARDINS ?',
    'is FW-CLIN down?',
    'Est-ce que la clinique Saint-Jean a des soucis réseau ?',
  ],
  'device-metrics': [
    'CPU de SWITCH-CLIN-STJEAN',
    "Quel est le trafic du routeur de l'EHPAD Music Art ?",
    'show me the memory usage of SWITCH-MUSIC-001',
    'Charge processeur du firewall de la clinique Saint-Jean ?',
    'bandwidth on ROUTEUR-CLIN-STJEAN',
  ],
  'password-reset': [
    'Réinitialise le mot de passe de jean.dupont, ticket 1234',
    'reinitialise le mdp de jean.dupont',
    'réinitialisr le mot de pase de jean.dupont',
    'reset the password of jean.dupont for ticket #1234',
    "Please reset jean.dupont's password",
    'Bonjour, pouvez-vous réinitialiser le mot de passe de Mme Marie Lefèvre (ticket n° 4321) ?',
    'Can you reset the pwd for jdupont?',
    'mot de passe à réinitialiser pour jean.dupont',
    'Le mot de passe de jean.dupont doit être réinitialisé',
    'Change le mot de passe de jean.dupont',
    'Reset mdp jean.dupont stp',
    'Le compte a été bloqué hier, réinitialise le mot de passe de jean.dupont',
  ],
  'account-unlock': [
    'Débloque le compte de lucas.perrin',
    'deverouille le compte lucas.perrin svp',
    "unlock lucas.perrin's account",
    'Peux-tu déverrouiller lucas.perrin ?',
    'please unlock the user lucas.perrin, ticket 88',
    'lucas.perrin est bloqué, débloque-le',
  ],
  'account-check': [
    'Le compte de jean.dupont est-il verrouillé ?',
    'Vérifie le compte de jean.dupont',
    'Is the account of jean.dupont locked?',
    'qui est jean.dupont ?',
    'check user jean.dupont',
    'état du compte de jean.dupont',
    'jean.dupont',
    'Le compte de jean.dupont est-il débloqué ?',
  ],
  'ticket-details': [
    'Montre le ticket 1234',
    'ticket #1234',
    'what is the status of ticket 1234?',
    'Résume-moi le ticket n° 5678',
    'Où en est le ticket 1234 ?',
    '#1234',
    'Donne-moi les détails des tickets 1234 et 5678',
  ],
  'ticket-close': [
    'Clos le ticket 1234',
    'ferme le ticket #5678 stp',
    'Please close ticket 1234',
    'Clôture le ticket 1234',
    'cloturer ticket 1234',
  ],
  'ticket-followup': [
    'ajoute un suivi au ticket 1234 : mot de passe réinitialisé',
    'Add a followup to ticket 1234: called the client',
    'Ajoute une note privée au ticket 1234 : "rappeler demain"',
    'add a note on ticket #12: reset the password of jean.dupont done',
    'Ajoute un suivi au ticket 1234 : ne pas clore le ticket',
  ],
  'how-to': [
    'Comment configurer Outlook ?',
    'How do I reset a password?',
    'Comment réinitialiser un mot de passe ?',
    'procédure pour ajouter une imprimante',
    'Comment configurer un VLAN sur un switch ?',
    'Problème VPN erreur 809',
    "J'ai perdu mon mot de passe",
    'Comment redémarrer un switch ?',
  ],
  'client-sheet': ['Quels équipements à la Clinique Saint-Jean ?', 'téléphone de la Clinique Saint-Jean'],
  'unsupported-action': ['Redémarre SWITCH-CLIN-STJEAN', 'delete the account of jean.dupont'],
  help: ['aide', 'Help', 'Que sais-tu faire ?', 'what can you do?', 'qui es-tu ?'],
  'similar-cases': [
    'Y a-t-il des cas similaires de panne VPN ?',
    'similar cases for ticket 1234',
    'As-tu déjà vu cette erreur 0x80070035 ?',
  ],
  'client-tickets': ['Combien de tickets ouverts pour la Clinique Saint-Jean ?'],
  'account-disable': ['Désactive le compte de jean.dupont'],
  'group-add': ['Ajoute jean.dupont au groupe VPN'],
  greeting: ['Bonjour', 'hello!'],
  thanks: ['merci'],
  'out-of-scope': ['Quel temps fait-il ?'],
  'needs-model': ['Écris un poème', 'Traduis ce mail en anglais', 'write a python script'],
  'decide-approval': ['Approuve APR-2026-000123', 'reject APR-2026-000001 please'],
}

describe('readSentence', () => {
  for (const [intent, sentences] of Object.entries(expected)) {
    it.each(sentences)(`${intent}: %s`, (sentence) => expect(intentOf(sentence)).toBe(intent))
  }

  it.each([
    'Ne réinitialise pas le mot de passe de jean.dupont',
    'ne réinitialise surtout pas le mot de passe de jean.dupont',
    "don't reset jean.dupont's password",
    'Le mot de passe de jean.dupont a-t-il été réinitialisé ?',
    'Has the password of jean.dupont been reset?',
    'Qui a réinitialisé le mot de passe de jean.dupont ?',
    "J'ai réinitialisé le mot de passe de jean.dupont",
    'Pourquoi réinitialiser le mot de passe de jean.dupont ?',
    'How do I reset the password of jean.dupont?',
    'Should I reset the password of jean.dupont?',
    'Le ticket 1234 est-il clos ?',
    'Was ticket 1234 closed?',
    'Ne ferme pas le ticket 1234',
    'Ne débloque pas lucas.perrin',
    'Le compte de lucas.perrin a été débloqué ?',
    'do not close ticket 1234',
  ])('asks for no action: %s', (sentence) => {
    expect(understood(sentence)?.acts ?? false).toBe(false)
  })

  it.each(['xyz', '', '???', 'the quick brown fox'])('recognises nothing: %s', (sentence) =>
    expect(intentOf(sentence)).toBeUndefined(),
  )
})
