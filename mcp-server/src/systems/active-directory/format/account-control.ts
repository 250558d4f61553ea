/** Bits of userAccountControl (protocol section 3). */
export const accountControl = {
  disabled: 0x2,
  passwordNotRequired: 0x20,
  normal: 0x200,
  neverExpires: 0x10000,
  smartcardRequired: 0x40000,
} as const

/** Bit that only the computed attribute has. */
export const computedControl = { lockedOut: 0x10 } as const

export function hasBit(bits: number, bit: number): boolean {
  return (bits & bit) !== 0
}
