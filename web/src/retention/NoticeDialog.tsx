import { meRoute } from '@plumbline/shared/organisations/contract.ts'
import { getNoticeRoute, readNoticeRoute } from '@plumbline/shared/retention/notice-contract.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { Loaded } from '../api/Loaded.tsx'
import { sentenceOf, titleOf } from '../api/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { NoticeText } from './NoticeText.tsx'
import { useNotice } from './queries.ts'

/** Shows the purpose text once after the first sign-in and after each change. Closed without a word it comes again with the next visit. */
export function NoticeDialog() {
  const read = useNotice()
  const say = useChange(readNoticeRoute, { invalidates: [meRoute, getNoticeRoute] })
  const [open, setOpen] = useState(true)
  const version = read.data?.noticeVersion
  const confirm = (): void => {
    if (version === undefined) return
    // What went wrong is shown below; another version is fetched before it is agreed to.
    say.send({ body: { version } }).catch(read.refetch)
  }
  return (
    <Dialog
      open={open}
      onClose={() => setOpen(false)}
      title="How your data is used"
      actions={
        <Button variant="primary" busy={say.sending} disabled={version === undefined} onClick={confirm}>
          I have read this
        </Button>
      }
    >
      <Loaded of={read}>{({ text }) => <NoticeText text={text} />}</Loaded>
      {say.error !== null && (
        <Notice kind="error" title={titleOf(say.error)}>
          {sentenceOf(say.error)}
        </Notice>
      )}
      <p>You find this text again under your name.</p>
    </Dialog>
  )
}
