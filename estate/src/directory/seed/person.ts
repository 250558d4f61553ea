/** One account to create, as the demo data lists it. */
export interface DirectoryPerson {
  /** sAMAccountName, at most 20 characters. */
  login: string
  givenName: string
  surname: string
  displayName: string
  mail: string
  /** Client the person works for; `WIDIP` is the company itself. */
  client: string
  title: string
  department: string
  phone: string
  locked: boolean
  disabled: boolean
  vip: boolean
  service: boolean
  domainAdmin: boolean
  mustChange: boolean
  passwordExpired: boolean
  groups: readonly string[]
}
