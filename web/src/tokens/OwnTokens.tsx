import type { Actor } from '@plumbline/shared/access/actor.ts'
import { useState } from 'react'
import { Loaded } from '../api/Loaded.tsx'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { MakeTokenDialog } from './MakeTokenDialog.tsx'
import { TokenTable } from './TokenTable.tsx'
import { useOwnTokens } from './queries.ts'

export function OwnTokens({ actor }: { actor: Actor }) {
  const read = useOwnTokens()
  const [making, setMaking] = useState(false)
  return (
    <Section
      title="My tokens"
      note="A token of yours can do no more than you can, at any time. What it does is written down as done by you with it."
      actions={<Button onClick={() => setMaking(true)}>Make a token</Button>}
    >
      <Loaded of={read}>
        {({ tokens }) => (
          <TokenTable
            caption="My tokens"
            tokens={tokens}
            whose="own"
            empty="You have no token. Make one for a program that works for you."
          />
        )}
      </Loaded>
      {making && <MakeTokenDialog kind="own" actor={actor} onClose={() => setMaking(false)} />}
    </Section>
  )
}
