/** "d’Amine", "de Julien": the French preposition before a name, written `{{name, de}}` in a message. */
export function elided(name: string): string {
  const isElided = /^(?:[aeiou\u0153]|y[^aeiou]|h[ei])/i.test(name.normalize('NFD'))
  return isElided ? `d’${name}` : `de ${name}`
}
