import { useNavigate } from '@tanstack/react-router'
import { sentenceOf } from '../api/words.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { toast } from '../ui/toast.ts'
import { useCreateReport } from './queries.ts'

/** Makes a report of these teams and opens it. */
export function MakeReport({ teams }: { teams: string[] }) {
  const { send, sending } = useCreateReport()
  const navigate = useNavigate()
  const make = async (): Promise<void> => {
    try {
      const { data } = await send({ body: { teams } })
      await navigate({ to: paths.hiringReport, params: { reportId: data.id } })
    } catch (error) {
      toast(`No report was made. ${sentenceOf(error)}`, { kind: 'error' })
    }
  }
  return (
    <Button variant="primary" busy={sending} onClick={() => void make()}>
      Make report
    </Button>
  )
}
