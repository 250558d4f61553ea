export interface ObjectClass {
  /** From the most general to the class itself, as objectClass lists them. */
  chain: readonly string[]
  category: string
  rdn: 'CN' | 'OU' | 'DC'
}

const classes: Record<string, ObjectClass> = {
  user: { chain: ['top', 'person', 'organizationalPerson', 'user'], category: 'Person', rdn: 'CN' },
  group: { chain: ['top', 'group'], category: 'Group', rdn: 'CN' },
  organizationalUnit: {
    chain: ['top', 'organizationalUnit'],
    category: 'Organizational-Unit',
    rdn: 'OU',
  },
  container: { chain: ['top', 'container'], category: 'Container', rdn: 'CN' },
  builtinDomain: { chain: ['top', 'builtinDomain'], category: 'Builtin-Domain', rdn: 'CN' },
  'msDS-PasswordSettings': {
    chain: ['top', 'msDS-PasswordSettings'],
    category: 'ms-DS-Password-Settings',
    rdn: 'CN',
  },
  domainDNS: { chain: ['top', 'domain', 'domainDNS'], category: 'Domain-DNS', rdn: 'DC' },
}

const byLowerName = new Map(Object.entries(classes).map(([name, value]) => [name.toLowerCase(), value]))

/** A structural class by name in any case, or undefined when this domain has no such class. */
export function objectClass(name: string): ObjectClass | undefined {
  return byLowerName.get(name.toLowerCase())
}

/** The category an objectCategory filter means when it names a class (`person`) instead of a DN. */
export function categoryOfClass(name: string): string | undefined {
  const lower = name.toLowerCase()
  if (lower === 'person' || lower === 'organizationalperson') return 'Person'
  return objectClass(lower)?.category
}
