import type { ActionTarget } from '@hub/contracts'

export const attributeNames = [
  'displayName',
  'clientName',
  'mail',
  'email',
  'title',
  'department',
  'ou',
  'status',
  'privileged',
  'vip',
  'isPublic',
] as const
export type KnownAttribute = (typeof attributeNames)[number]

interface AttributeFact {
  key: KnownAttribute
  value: string | number | boolean
}

/** The attributes of a target that have a name for people and a value, in reading order. */
export function attributeFacts(attributes: ActionTarget['attributes']): AttributeFact[] {
  return attributeNames.flatMap((key) => {
    const value = attributes[key]
    return value === undefined || value === null || value === '' ? [] : [{ key, value }]
  })
}
