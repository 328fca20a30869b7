import { can } from '@plumbline/shared/access/can.ts'
import { Loaded } from '../../api/Loaded.tsx'
import { actorOf } from '../../identity/queries.ts'
import { useMe } from '../../organisations/queries.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FrameworkSection } from '../FrameworkSection.tsx'
import { DraftEditor } from './DraftEditor.tsx'

/** Where an admin makes the organisation's next version of the framework. */
export function DraftPage() {
  const me = useMe()
  return (
    <FrameworkSection
      title="Draft"
      subtitle="The next version of your framework, as far as it has come. Nobody is measured with it before it is published."
    >
      {() => (
        <Loaded of={me}>
          {(data) =>
            can.changeFramework.allows(actorOf(data)) ? (
              <DraftEditor />
            ) : (
              <EmptyState title="For admins">{can.changeFramework.reason}</EmptyState>
            )
          }
        </Loaded>
      )}
    </FrameworkSection>
  )
}
