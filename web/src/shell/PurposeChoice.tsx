import { type Purpose, purposes } from '@plumbline/shared/access/purpose.ts'
import { setPurposeRoute } from '@plumbline/shared/identity/purpose-contract.ts'
import { useChange } from '../api/change.ts'
import { sentenceOf } from '../api/words.ts'
import { Select } from '../ui/Select.tsx'
import { toast } from '../ui/toast.ts'
import { purposeWords } from './purpose-words.ts'

const options = purposes.map((value) => ({ value, label: purposeWords[value].name }))

/** What this session opens other people's data for, to be changed. */
export default function PurposeChoice({ purpose }: { purpose: Purpose }) {
  const change = useChange(setPurposeRoute)
  const choose = (next: Purpose): void => {
    change
      .send({ body: { purpose: next } })
      .catch((error: unknown) => toast(`The purpose stays as it was. ${sentenceOf(error)}`, { kind: 'error' }))
  }
  return <Select label="Reading others for" value={purpose} options={options} onChange={choose} disabled={change.sending} />
}
