import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { useEditing } from './editing.ts'
import { EntryList } from './EntryList.tsx'
import { listNames, listWords } from './entry-lists.ts'
import { ExpectationsEditor } from './ExpectationsEditor.tsx'
import { FrameworkNames } from './FrameworkNames.tsx'

const route = getRouteApi(`/framed${paths.frameworkDraft}`)

const lists = [
  { value: 'framework', label: 'Name and levels' },
  { value: 'expectations', label: 'Expectations' },
  ...listNames.map((value) => ({ value, label: listWords[value].title })),
] as const

/** The draft, list by list. */
export function EditView() {
  const { list, find = '', role } = route.useSearch()
  const navigate = route.useNavigate()
  const { pack } = useEditing()
  const [adding, setAdding] = useState(false)
  const ofRole = pack.roles.some(({ id }) => id === role) ? role : undefined
  return (
    <>
      <Toolbar label="What to edit">
        <Select
          label="Edit"
          options={lists}
          value={list}
          onChange={(list) => void navigate({ search: (now) => ({ view: now.view, list, role: now.role }) })}
        />
        {list === 'expectations' && (
          <Select
            label="Role"
            options={[
              { value: '', label: 'Choose a role', disabled: true },
              ...pack.roles.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={ofRole ?? ''}
            onChange={(role) => void navigate({ search: (now) => ({ ...now, role }) })}
          />
        )}
        {list !== 'framework' && (
          <TextField
            label="Search"
            type="search"
            maxLength={80}
            value={find}
            onChange={(text) => void navigate({ search: (now) => ({ ...now, find: text === '' ? undefined : text }), replace: true })}
          />
        )}
        {list !== 'framework' && list !== 'expectations' && (
          <Button onClick={() => setAdding(true)}>
            <Icon name="plus" />
            Add a {listWords[list].one}
          </Button>
        )}
      </Toolbar>
      {list === 'framework' && <FrameworkNames />}
      {list === 'expectations' && ofRole === undefined && (
        <EmptyState title="Which role?">Choose a role above. Its expectations are edited skill by skill.</EmptyState>
      )}
      {list === 'expectations' && ofRole !== undefined && <ExpectationsEditor key={ofRole} role={ofRole} find={find} />}
      {list !== 'framework' && list !== 'expectations' && (
        <EntryList key={list} list={list} find={find} adding={adding} onAdded={() => setAdding(false)} />
      )}
    </>
  )
}
