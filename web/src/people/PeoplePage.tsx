import { can } from '@plumbline/shared/access/can.ts'
import { useState } from 'react'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Directory } from './Directory.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { TeamTree } from './TeamTree.tsx'
import { useMe } from '../organisations/queries.ts'
import { useMayManage } from './queries.ts'
import './PeoplePage.css'

/** The directory of the organisation; admins change it here. */
export function PeoplePage() {
  const mayManage = useMayManage()
  const ownId = useMe().data?.person?.id ?? null
  const [adding, setAdding] = useState(false)
  return (
    <>
      <PageHeader
        title="People & teams"
        subtitle={mayManage ? 'Who belongs to the organisation, in which team and role.' : can.manageOrganisation.reason}
        actions={
          <>
            {mayManage ? (
              <ButtonLink to={paths.peopleImport}>
                <Icon name="file" />
                Import a file
              </ButtonLink>
            ) : (
              <Button disabled title={can.manageOrganisation.reason}>
                <Icon name="file" />
                Import a file
              </Button>
            )}
            <Button
              variant="primary"
              disabled={!mayManage}
              title={mayManage ? undefined : can.manageOrganisation.reason}
              onClick={() => setAdding(true)}
            >
              <Icon name="plus" />
              Add a person
            </Button>
          </>
        }
      />
      <div className="PeoplePage">
        <TeamTree mayManage={mayManage} />
        <Directory mayManage={mayManage} ownId={ownId} />
      </div>
      {adding && <PersonDialog person={null} onClose={() => setAdding(false)} />}
    </>
  )
}
