import { type Accreditation, accreditations, hasAccreditation } from '@hub/contracts'

/** The audiences whose documents a reader may see; a reader of unknown accreditation sees what is open to all. */
export function readableAudiences(reader: Accreditation = 'N0'): Accreditation[] {
  return accreditations.filter((needed) => hasAccreditation(reader, needed))
}
