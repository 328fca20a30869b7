import { listLeadRatingsRoute, replyRoute } from '@plumbline/shared/assessments/contract.ts'
import { explainCellRoute } from '@plumbline/shared/heatmap/contract.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import { useChange } from '../api/change.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useForm } from '../ui/form.ts'
import { toast } from '../ui/toast.ts'

interface ReplyDialogProps {
  personId: string
  rated: Pick<OkOf<typeof listLeadRatingsRoute>['skills'][number], 'skillId' | 'name' | 'ratings'>
  onClose: () => void
}

/** Answers a lead's newest rating of a skill in one's own words. */
export function ReplyDialog({ personId, rated, onClose }: ReplyDialogProps) {
  const change = useChange(replyRoute, { invalidates: [listLeadRatingsRoute, explainCellRoute] })
  const form = useForm({
    schema: replyRoute.body,
    initial: { text: rated.ratings[0]?.reply?.text ?? '' },
    send: async (body) => {
      await change.send({ params: { personId, skillId: rated.skillId }, body })
      toast('Your answer stands beside the rating.', { kind: 'ok' })
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} title={`Answer the rating of ${rated.name}`}>
      <Form form={form} submit="Keep my answer" actions={<Button onClick={onClose}>Cancel</Button>}>
        <TextArea
          label="What I say to it"
          hint="Whoever sees the rating sees this beside it. The rating stays as it is; an answer that you give later is shown instead of this one."
          maxLength={2000}
          {...form.field('text')}
        />
      </Form>
    </Dialog>
  )
}
