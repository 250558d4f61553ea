/** Bits of userAccountControl that the domain acts on (MS-ADTS 2.2.16). */
export const AccountControl = {
  disabled: 0x2,
  lockout: 0x10,
  passwordNotRequired: 0x20,
  normalAccount: 0x200,
  dontExpirePassword: 0x10000,
  smartcardRequired: 0x40000,
  passwordExpired: 0x800000,
} as const

/** Values that mean "never" in the FILETIME attributes. */
export const neverExpires = 9223372036854775807n

const epochOffsetMs = 11644473600000n

/** Milliseconds since 1970 to FILETIME (100 ns since 1601). */
export function toFileTime(unixMs: number): bigint {
  return (BigInt(Math.trunc(unixMs)) + epochOffsetMs) * 10000n
}

/** Milliseconds since 1970 to GeneralizedTime as the domain writes it: `20260112093000.0Z`. */
export function toGeneralizedTime(unixMs: number): string {
  return `${new Date(unixMs).toISOString().slice(0, 19).replace(/[-T:]/g, '')}.0Z`
}
