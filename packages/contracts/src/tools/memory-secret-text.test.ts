import { expect, it } from 'vitest'
import { holdsSecret } from './memory-secret-text.ts'

it.each([
  'Le mot de passe est Hiver2025!',
  'mdp : Clinique#42, à changer',
  'password="s3cr3t-value"',
  'Clé WPA2 : 8fk2-99ab-xx01',
  'api_key=sk1234567890abcdef',
  'token: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ.c2lnbmF0dXJl',
  '-----BEGIN OPENSSH PRIVATE KEY-----',
  'Cloner https://robot:hunter22@git.example.test/x.git',
  'net user jean.dupont Printemps2026 /domain',
])('finds the secret of %s', (text) => {
  expect(holdsSecret(text)).toBe(true)
})

it.each([
  'Le mot de passe est expiré depuis la veille.',
  'Mot de passe : réinitialisé par SAFEGUARD, voir le ticket 1234.',
  'Le mot de passe est peut-être enregistré dans le téléphone.',
  'mdp : 12 caractères au minimum',
  'The password is required!',
  'net user jean.dupont /unlock',
  'Voir https://example.test/a:b et l’erreur 0x0000011b.',
  'Token : aucun.',
])('finds none in %s', (text) => {
  expect(holdsSecret(text)).toBe(false)
})
