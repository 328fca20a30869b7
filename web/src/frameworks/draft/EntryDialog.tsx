import { useState } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { AreaForm } from './AreaForm.tsx'
import { CategoryForm } from './CategoryForm.tsx'
import { CertificationForm } from './CertificationForm.tsx'
import { useEditing } from './editing.ts'
import { type ListName, listWords } from './entry-lists.ts'
import { useLeaveGuard } from './LeaveGuard.tsx'
import { PracticeForm } from './PracticeForm.tsx'
import { RoleForm } from './RoleForm.tsx'
import { SkillForm } from './SkillForm.tsx'
import './EntryDialog.css'

const forms = {
  skills: SkillForm,
  roles: RoleForm,
  practices: PracticeForm,
  areas: AreaForm,
  categories: CategoryForm,
  certifications: CertificationForm,
} as const

interface EntryDialogProps {
  list: ListName
  /** null: a new one. */
  id: string | null
  onClose: () => void
}

/** Adds an entry to the draft, or changes one. */
export function EntryDialog({ list, id, onClose }: EntryDialogProps) {
  const { pack } = useEditing()
  const [unsaved, setUnsaved] = useState(false)
  const guard = useLeaveGuard(unsaved)
  const Form = forms[list]
  const cancel = () => guard.leave(onClose)
  const name = pack[list].find((entry) => entry.id === id)?.name ?? id
  return (
    <Dialog open onClose={cancel} title={id === null ? `Add a ${listWords[list].one}` : `Change ${name}`} size="large">
      <div className="EntryDialog">
        <Form id={id} onCancel={cancel} onSaved={onClose} onUnsaved={setUnsaved} />
      </div>
      {guard.question}
    </Dialog>
  )
}
