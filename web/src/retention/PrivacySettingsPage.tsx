import { can } from '@plumbline/shared/access/can.ts'
import { Loaded } from '../api/Loaded.tsx'
import { actorOf } from '../identity/queries.ts'
import { useMe } from '../organisations/queries.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Section } from '../ui/Section.tsx'
import { NoticeText } from './NoticeText.tsx'
import { PurposeTextForm } from './PurposeTextForm.tsx'
import { RetentionForm } from './RetentionForm.tsx'
import { RetentionRunsAndPreview } from './RetentionRunsAndPreview.tsx'
import { RulesTable } from './RulesTable.tsx'
import { useNotice, useRetention } from './queries.ts'

/** How long data is kept, what would go next, and what people are told about it. Admins change it; everyone reads it. */
export function PrivacySettingsPage() {
  const me = useMe().data
  const mayManage = me !== undefined && can.manageOrganisation.allows(actorOf(me))
  const rules = useRetention()
  const notice = useNotice()
  return (
    <>
      <PageHeader title="Privacy and retention" subtitle="How long data about people is kept, and what they are told about it." />
      {me !== undefined && !mayManage && <Notice kind="info">{can.manageOrganisation.reason}</Notice>}
      <Section title="How long data is kept" note="What is older is removed once a day. Whole days, from the one that the table names.">
        <Loaded of={rules}>
          {({ days, version }) => (
            <>
              <RulesTable days={days} />
              {mayManage && <RetentionForm days={days} version={version} />}
            </>
          )}
        </Loaded>
      </Section>
      {mayManage && <RetentionRunsAndPreview />}
      <Section
        title="Purpose text"
        note="Everyone is shown it at their first sign-in and after each change, and finds it under their name."
      >
        <Loaded of={notice}>
          {(data) => (mayManage ? <PurposeTextForm key={data.own ? 'own' : data.text} notice={data} /> : <NoticeText text={data.text} />)}
        </Loaded>
      </Section>
    </>
  )
}
