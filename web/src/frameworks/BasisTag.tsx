import type { Expectation } from '@plumbline/shared/frameworks/pack-roles.ts'
import { Tag } from '../ui/Tag.tsx'

/** Where the need for a skill comes from, in the framework's word for it. */
export function BasisTag({ basis }: { basis: Expectation['basis'] }) {
  return <Tag tone={basis === 'stated' ? 'accent' : 'neutral'}>{basis}</Tag>
}
