import type { EntryDifference } from '@plumbline/shared/frameworks/difference.ts'
import { differenceOf } from '@plumbline/shared/frameworks/difference.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { useState } from 'react'
import { Notice } from '../../ui/Notice.tsx'
import { FieldDifferences } from './FieldDifferences.tsx'
import { namesIn } from './difference-words.ts'
import { useEditing } from './editing.ts'
import type { ListName } from './entry-lists.ts'

/** Says what somebody else did meanwhile to the entry that is being edited. What is typed stays; saving it replaces theirs. */
export function Meanwhile({ list, id }: { list: ListName; id: string }) {
  const { pack } = useEditing()
  const [seen] = useState(pack)
  if (seen === pack) return null
  const found = differenceOf(seen, pack).find((one) => one.list === list && one.id === id)
  return found === undefined ? null : <Theirs found={found} before={seen} after={pack} />
}

function Theirs({ found, before, after }: { found: EntryDifference; before: Pack; after: Pack }) {
  return (
    <Notice kind="warn" title="Somebody else changed this meanwhile">
      {found.kind === 'removed' ? (
        <p>It was removed. Saving puts it back as you have it here.</p>
      ) : (
        <>
          <p>What you entered is still here; saving it replaces theirs.</p>
          <FieldDifferences difference={found} name={namesIn(before, after)} before={before} after={after} />
        </>
      )}
    </Notice>
  )
}
