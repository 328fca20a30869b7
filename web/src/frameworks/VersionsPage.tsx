import { can } from '@plumbline/shared/access/can.ts'
import { useState } from 'react'
import { Loaded } from '../api/Loaded.tsx'
import { actorOf } from '../identity/queries.ts'
import { useMe } from '../organisations/queries.ts'
import { paths } from '../paths.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { momentOf } from '../ui/dates.ts'
import { Notice } from '../ui/Notice.tsx'
import { type Versions, useVersions } from './draft/queries.ts'
import { StartDraftDialog } from './draft/StartDraftDialog.tsx'
import { VersionsTable } from './draft/VersionsTable.tsx'
import { FrameworkSection } from './FrameworkSection.tsx'
import './VersionsPage.css'

/** What the organisation measures with and has measured with, and the way to a version of its own. */
export function VersionsPage() {
  const versions = useVersions()
  return (
    <FrameworkSection
      title="Versions"
      subtitle="A version is the yardstick as it stood when it was published: it never changes, and every rating and report stays with the one it was made under. An organisation can copy one into a draft, edit it, and publish that as a version of its own; ratings are carried over, so trends run on."
    >
      {() => <Loaded of={versions}>{(data) => <VersionList data={data} />}</Loaded>}
    </FrameworkSection>
  )
}

function VersionList({ data: { versions, draft } }: { data: Versions }) {
  const me = useMe()
  const [from, setFrom] = useState<string | null>(null)
  const mayChange = me.data !== undefined && can.changeFramework.allows(actorOf(me.data))
  const reason = mayChange ? (draft === null ? null : 'There is a draft already. Publish or discard it first.') : can.changeFramework.reason
  const chosen = versions.find(({ version }) => version === from)
  return (
    <div className="VersionsPage">
      {draft !== null && (
        <Notice kind="info" title="A draft is open" action={mayChange && <ButtonLink to={paths.frameworkDraft}>Open the draft</ButtonLink>}>
          “{draft.name}”, copied from version {draft.origin}, last changed on {momentOf(draft.updatedAt)}.
        </Notice>
      )}
      <VersionsTable versions={versions} whyNotCopy={reason} onCopy={setFrom} />
      {!mayChange && <p>{can.changeFramework.reason}</p>}
      {chosen !== undefined && <StartDraftDialog version={chosen} onClose={() => setFrom(null)} />}
    </div>
  )
}
