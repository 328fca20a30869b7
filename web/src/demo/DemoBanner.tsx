import { removeDemoRoute } from '@plumbline/shared/demo/contract.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { sentenceOf, titleOf } from '../api/words.ts'
import { useSignOut } from '../identity/queries.ts'
import { paths } from '../paths.ts'
import { goIn } from '../shell/session.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'

/** Says across the top that this is the demo and whom one is in it, with the ways out. */
export function DemoBanner({ name }: { name: string | null }) {
  const leave = useSignOut()
  const [removing, setRemoving] = useState(false)
  return (
    <>
      <Banner
        label="Demo"
        action={
          <>
            <ButtonLink to={paths.demo}>Switch person</ButtonLink>
            <Button onClick={leave}>Leave</Button>
            <Button onClick={() => setRemoving(true)}>Remove the demo…</Button>
          </>
        }
      >
        This is the demo: its people are invented.{name === null ? '' : ` You are ${name}.`}
      </Banner>
      {removing && <RemoveDemo onClose={() => setRemoving(false)} />}
    </>
  )
}

function RemoveDemo({ onClose }: { onClose: () => void }) {
  const remove = useChange(removeDemoRoute, { invalidates: [] })
  const confirm = (): void => {
    remove.send({}).then(
      () => goIn(paths.start),
      () => undefined,
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Remove the demo?"
      size="small"
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" busy={remove.sending} onClick={confirm}>
            Remove the demo
          </Button>
        </>
      }
    >
      <p>
        Its invented people, teams, ratings and reports go, with everything that was entered here while looking around. Everyone who is in
        the demo is signed out.
      </p>
      {remove.error !== null && (
        <Notice kind="error" title={titleOf(remove.error)}>
          {sentenceOf(remove.error)}
        </Notice>
      )}
    </Dialog>
  )
}
