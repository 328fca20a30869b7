import type { OkOf } from '@plumbline/shared/http/route.ts'
import { listSessionsRoute } from '@plumbline/shared/identity/contract.ts'
import { listLinkedProvidersRoute, unlinkProviderRoute } from '@plumbline/shared/identity/provider-contract.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { ConfirmDialog } from '../api/ConfirmDialog.tsx'
import { Loaded } from '../api/Loaded.tsx'
import { useRoute } from '../api/query.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { momentOf } from '../ui/dates.ts'
import { toast } from '../ui/toast.ts'
import { LinkProviderDialog } from './LinkProviderDialog.tsx'

type Ways = OkOf<typeof listLinkedProvidersRoute>
type Linked = Ways['linked'][number]
type Offered = Ways['offered'][number]

/** With which providers I sign in. Not shown where none is set up. */
export function ProviderSection() {
  const read = useRoute(listLinkedProvidersRoute, {})
  const unlink = useChange(unlinkProviderRoute, { invalidates: [listLinkedProvidersRoute, listSessionsRoute] })
  const [leaving, setLeaving] = useState<Linked | null>(null)
  const [joining, setJoining] = useState<Offered | null>(null)
  if (read.data?.linked.length === 0 && read.data.offered.length === 0) return null
  return (
    <Section
      title="Sign-in providers"
      note="Sign in with an account that you have elsewhere. Signing out here does not sign you out there."
    >
      <Loaded of={read}>
        {({ linked, offered }) => <ProviderTable linked={linked} offered={offered} onUnlink={setLeaving} onLink={setJoining} />}
      </Loaded>
      {leaving !== null && (
        <ConfirmDialog
          title={`Unlink ${leaving.name}?`}
          confirm="Unlink it"
          onClose={() => setLeaving(null)}
          send={() => unlink.send({ params: { linkId: leaving.id } })}
          onDone={() => toast(`${leaving.name} was unlinked. You are signed out everywhere else.`)}
        >
          <p>You cannot sign in with it any more until you link it again. Every other browser is signed out.</p>
        </ConfirmDialog>
      )}
      {joining !== null && read.data !== undefined && (
        <LinkProviderDialog provider={joining} asksPassword={read.data.hasPassword && !read.data.fresh} onClose={() => setJoining(null)} />
      )}
    </Section>
  )
}

interface ProviderTableProps extends Pick<Ways, 'linked' | 'offered'> {
  onUnlink: (link: Linked) => void
  onLink: (provider: Offered) => void
}

function ProviderTable({ linked, offered, onUnlink, onLink }: ProviderTableProps) {
  const controls = (row: Linked | Offered) =>
    'linkedAt' in row ? <Unlink link={row} onUnlink={onUnlink} /> : <Link to={row} onLink={onLink} />
  return (
    <Table
      caption="Sign-in providers"
      captionHidden
      rows={[...linked, ...offered.filter(({ id }) => !linked.some(({ providerId }) => providerId === id))]}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', head: 'Provider', rowHead: true, cell: ({ name }) => name },
        // Beside the name, so that it is in sight on a narrow screen.
        { key: 'controls', head: 'Controls', cell: controls },
        { key: 'since', head: 'Linked', cell: (row) => ('linkedAt' in row ? momentOf(row.linkedAt) : 'not linked') },
      ]}
    />
  )
}

function Unlink({ link, onUnlink }: { link: Linked; onUnlink: (link: Linked) => void }) {
  if (!link.removable) return <>Your only way to sign in</>
  return (
    <Button variant="quiet" aria-label={`Unlink ${link.name}`} onClick={() => onUnlink(link)}>
      Unlink
    </Button>
  )
}

function Link({ to, onLink }: { to: Offered; onLink: (provider: Offered) => void }) {
  if (!to.available) return <>Cannot be reached at the moment</>
  return (
    <Button variant="quiet" aria-label={`Link ${to.name}`} onClick={() => onLink(to)}>
      Link
    </Button>
  )
}
