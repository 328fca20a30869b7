import { isRefused } from '@plumbline/shared/frameworks/draft.ts'
import { removeEntry } from '@plumbline/shared/frameworks/remove-entry.ts'
import { useState } from 'react'
import { ConfirmDialog } from '../../api/ConfirmDialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Select } from '../../ui/Select.tsx'
import { toast } from '../../ui/toast.ts'
import { ChooseEntries } from './ChooseEntries.tsx'
import { useEditing } from './editing.ts'
import { hasHeirs, type ListName, listWords } from './entry-lists.ts'
import { fateWords } from './fate-words.ts'
import { usesOf } from './uses.ts'

interface RemoveDialogProps {
  list: ListName
  id: string
  onClose: () => void
}

/** Takes an entry out of the draft, once it is said what becomes of it. */
export function RemoveDialog({ list, id, onClose }: RemoveDialogProps) {
  const { pack, carry, origin, save } = useEditing()
  const [fate, setFate] = useState<'drop' | 'heirs'>('drop')
  const [chosen, setChosen] = useState<string[]>([])
  const name = pack[list].find((entry) => entry.id === id)?.name ?? id
  const others = pack[list].filter((entry) => entry.id !== id)
  // A role may become any other: a person has one. Ratings and answers go where there are none yet.
  const candidates = list === 'roles' ? others : others.filter((entry) => !origin[list].some((old) => old.id === entry.id))
  const heirs = fate === 'heirs' ? chosen : []
  const removal = { change: 'remove' as const, list, id, heirs }
  const outcome = removeEntry({ pack, carry }, origin, removal)
  const uses = usesOf(pack, list, id)
  return (
    <ConfirmDialog
      title={`Remove ${name}?`}
      confirm="Remove"
      disabled={isRefused(outcome) || (fate === 'heirs' && heirs.length === 0)}
      onClose={onClose}
      send={() => save([removal])}
      onDone={() => toast(`${name} was removed from the draft.`)}
    >
      {uses.length > 0 && <p>In the draft {uses.join(', ')}.</p>}
      {hasHeirs(list) && (
        <>
          <RadioGroup
            label="What becomes of it?"
            value={fate}
            onChange={setFate}
            options={[
              { value: 'drop', label: 'It is dropped', hint: fateWords[list].drop },
              {
                value: 'heirs',
                label: fateWords[list].others,
                hint: candidates.length === 0 ? fateWords[list].none : fateWords[list].heirs,
                disabled: candidates.length === 0,
              },
            ]}
          />
          {fate === 'heirs' &&
            (list === 'roles' ? (
              <Select
                label="Role that takes over"
                value={chosen[0] ?? ''}
                onChange={(heir) => setChosen([heir])}
                options={[
                  { value: '', label: 'Choose a role', disabled: true },
                  ...candidates.map((entry) => ({ value: entry.id, label: entry.name })),
                ]}
              />
            ) : (
              <ChooseEntries label={`${listWords[list].title} that take over`} value={chosen} onChange={setChosen} options={candidates} />
            ))}
        </>
      )}
      {isRefused(outcome) && <Notice kind="warn">{outcome.problem}</Notice>}
    </ConfirmDialog>
  )
}
