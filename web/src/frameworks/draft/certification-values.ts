import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { type Keyed, fromLines, fromSourceRows, keyed, orNull, sourceRows, toLines } from './form-values.ts'

type Certification = Pack['certifications'][number]

/** One role that a certification is for, as the fields hold it. */
export type CertifiedRole = Certification['roles'][number] & Keyed

/** Fields that stand as printed, or say that nothing is. */
export const printedFields = ['payEffect', 'complexity', 'demand', 'cost', 'validity'] as const

/** What the fields of a certification hold; of a new one without an entry. */
export const certificationValues = (entry: Certification | undefined) => ({
  id: entry?.id ?? '',
  name: entry?.name ?? '',
  aliases: toLines(entry?.aliases ?? []),
  payEffect: entry?.payEffect ?? '',
  complexity: entry?.complexity ?? '',
  demand: entry?.demand ?? '',
  cost: entry?.cost ?? '',
  validity: entry?.validity ?? '',
  replacedBy: entry?.replacedBy ?? '',
  roles: keyed(entry?.roles ?? []) as CertifiedRole[],
  skills: [...(entry?.skills ?? [])],
  sources: sourceRows(entry?.sources ?? []),
})

/** The entry as the schema wants to see it. */
export const toCertification = (values: ReturnType<typeof certificationValues>) => ({
  ...values,
  name: values.name.trim(),
  aliases: fromLines(values.aliases),
  payEffect: orNull(values.payEffect),
  complexity: orNull(values.complexity),
  demand: orNull(values.demand),
  cost: orNull(values.cost),
  validity: orNull(values.validity),
  replacedBy: orNull(values.replacedBy),
  roles: values.roles.map(({ role, basis }) => ({ role, basis })),
  sources: fromSourceRows(values.sources),
})
