import type { Practice } from '@plumbline/shared/frameworks/pack-practices.ts'
import { Tag } from '../../ui/Tag.tsx'

/** How a practice hangs on the documents, in one word. */
export function StatusTag({ status }: Pick<Practice, 'status'>) {
  return <Tag tone={status === 'stated' ? 'accent' : 'neutral'}>{status}</Tag>
}
