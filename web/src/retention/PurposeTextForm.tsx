import { setNoticeRoute } from '@plumbline/shared/retention/notice-contract.ts'
import { longestPurposeText } from '@plumbline/shared/retention/purpose-text.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { ConfirmDialog } from '../api/ConfirmDialog.tsx'
import { freshAfterStale } from '../api/stale.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useForm } from '../ui/form.ts'
import { toast } from '../ui/toast.ts'
import { type Notice, useNotice } from './queries.ts'

const shownAgain = () => toast('The text is kept. Everyone is shown it once more.', { kind: 'ok' })

/** The purpose text in the organisation's own words, with the way back to the one that comes with the product. */
export function PurposeTextForm({ notice }: { notice: Notice }) {
  const change = useChange(setNoticeRoute)
  const { refetch } = useNotice()
  const [asking, setAsking] = useState(false)
  const send = (text: string | null) => freshAfterStale(change.send({ body: { text }, ifMatch: notice.version }), async () => refetch())
  const form = useForm({
    schema: setNoticeRoute.body,
    initial: { text: notice.text },
    send: async ({ text }) => {
      await send(text)
      shownAgain()
    },
  })
  return (
    <>
      <Form
        form={form}
        submit="Keep this text"
        actions={notice.own && <Button onClick={() => setAsking(true)}>Use the text that comes with Plumbline</Button>}
      >
        <TextArea
          label="Text"
          hint={
            notice.own
              ? `Your own words, at most ${longestPurposeText.toLocaleString('en')} characters. An empty line parts paragraphs.`
              : 'The text that comes with Plumbline: it names the days that are set above. Your own words do not change with them.'
          }
          rows={16}
          maxLength={longestPurposeText}
          {...form.field('text')}
        />
      </Form>
      {asking && (
        <ConfirmDialog
          title="Use the text that comes with Plumbline?"
          confirm="Use it"
          onClose={() => setAsking(false)}
          send={() => send(null)}
          onDone={shownAgain}
        >
          <p>Your own words are replaced. Everyone is shown the text once more.</p>
        </ConfirmDialog>
      )}
    </>
  )
}
