import { Select } from '../../ui/Select.tsx'
import type { CertifiedRole } from './certification-values.ts'
import { useEditing } from './editing.ts'
import { fieldWords } from './field-words.ts'
import { nextKey } from './form-values.ts'
import { Rows } from './Rows.tsx'

interface CertifiedRolesProps {
  value: readonly CertifiedRole[]
  onChange: (value: CertifiedRole[]) => void
  errorAt: (path: string) => string | undefined
}

const bases = [
  { value: 'stated', label: 'stated' },
  { value: 'derived', label: 'derived' },
] as const

/** The roles that a certification is for, and whether a document says so. */
export function CertifiedRoles({ value, onChange, errorAt }: CertifiedRolesProps) {
  const { roles } = useEditing().pack
  const options = [{ value: '', label: 'Choose a role', disabled: true }, ...roles.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <Rows
      label={fieldWords.roles}
      one="role"
      rows={value}
      onChange={onChange}
      blank={(): CertifiedRole => ({ key: nextKey(), role: '', basis: 'derived' })}
      error={errorAt('roles')}
    >
      {(row, change, at) => (
        <>
          <Select
            label="Role"
            options={options}
            value={row.role}
            onChange={(role) => change({ role })}
            error={errorAt(`roles/${at}/role`)}
          />
          <Select label="Basis" options={bases} value={row.basis} onChange={(basis) => change({ basis })} />
        </>
      )}
    </Rows>
  )
}
