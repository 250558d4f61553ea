import { domainPolicy } from '../domain.ts'
import type { Subject } from '../search/subject.ts'
import { dnKey } from '../tree/distinguished-name.ts'
import { type Entry, hasClass, integerValue, valuesOf } from '../tree/entry.ts'

/**
 * The password settings object in force for an account (MS-ADTS 3.1.1.4.5.36): one of its own before one of its
 * groups, then the lowest precedence. Undefined when the policy of the domain holds.
 */
export function resultantSettings({ domain, entry }: Subject): Entry | undefined {
  const all = domain.tree.all().filter((candidate) => hasClass(candidate, 'msDS-PasswordSettings'))
  const groups = all.length === 0 ? [] : domain.tree.groupsOf(entry.dn)
  return (
    strongest(all, [entry.dn]) ??
    strongest(
      all,
      groups.map(({ dn }) => dn),
    )
  )
}

function strongest(settings: Entry[], names: string[]): Entry | undefined {
  const keys = new Set(names.map((dn) => dnKey(dn)))
  const precedence = (entry: Entry) => integerValue(entry, 'msDS-PasswordSettingsPrecedence')
  return settings
    .filter((entry) => valuesOf(entry, 'msDS-PSOAppliesTo').some((dn) => keys.has(dnKey(dn))))
    .sort((a, b) => Number(precedence(a) - precedence(b)))[0]
}

/** Least length of a password of this account. */
export function minPasswordLength(subject: Subject): number {
  const settings = resultantSettings(subject)
  return settings
    ? Number(integerValue(settings, 'msDS-MinimumPasswordLength'))
    : domainPolicy.minPasswordLength
}
