import type { User } from '@hub/contracts'

const person = (login: string, displayName: string, accreditation: User['accreditation']): User => ({
  id: `user-${login}`,
  login,
  displayName,
  email: `${login}@hub.example`,
  accreditation,
  locale: 'fr',
})

/** The team of the demo, one person per accreditation. */
export const people = {
  nora: person('nora.petit', 'Nora Petit', 'N0'),
  lea: person('lea.martin', 'Léa Martin', 'N1'),
  thomas: person('thomas.bernard', 'Thomas Bernard', 'N2'),
  sophie: person('sophie.girard', 'Sophie Girard', 'N3'),
  karim: person('karim.benali', 'Karim Benali', 'N4'),
}

export const password = 'demo-hub-2026'
