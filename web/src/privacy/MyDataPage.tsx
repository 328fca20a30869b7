import type { ErasureProof } from '@plumbline/shared/privacy/erasure.ts'
import { useState } from 'react'
import { Loaded } from '../api/Loaded.tsx'
import { useMe } from '../organisations/queries.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Section } from '../ui/Section.tsx'
import { EraseMe } from './EraseMe.tsx'
import { Erased } from './Erased.tsx'
import { HeldFiles } from './HeldFiles.tsx'
import { HeldTable } from './HeldTable.tsx'
import { useHeld } from './queries.ts'

/** Everything that is held on whoever looks: what, for whom, as a file, and a way to end it. */
export function MyDataPage() {
  const me = useMe()
  const held = useHeld()
  const [proof, setProof] = useState<ErasureProof | null>(null)
  if (proof !== null) return <Erased proof={proof} />
  return (
    <>
      <PageHeader title="What is held on me" subtitle="What this organisation keeps about you in Plumbline, what for, and who sees it." />
      <Section
        title="Download"
        note="Everything in one file, with your notes and what others noted on you. The audit trail says that you took it."
      >
        <HeldFiles />
      </Section>
      <Section title="What is held">
        <Loaded of={held}>{({ rows }) => <HeldTable rows={rows} />}</Loaded>
      </Section>
      <Section title="Erase me">
        <Loaded of={me}>
          {({ person }) => (
            <Loaded of={held}>{(state) => <EraseMe name={person?.name ?? null} state={state} onErased={setProof} />}</Loaded>
          )}
        </Loaded>
      </Section>
    </>
  )
}
