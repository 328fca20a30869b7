import type { Actor } from '@plumbline/shared/access/actor.ts'
import type { OrganisationToken } from '@plumbline/shared/tokens/contract.ts'
import { useState } from 'react'
import { Loaded } from '../api/Loaded.tsx'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { Tag } from '../ui/Tag.tsx'
import { MakeTokenDialog } from './MakeTokenDialog.tsx'
import { TokenTable } from './TokenTable.tsx'
import { useOrganisationTokens } from './queries.ts'

/** For admins: the tokens that act for nobody in particular. */
export function OrganisationTokens({ actor }: { actor: Actor }) {
  const read = useOrganisationTokens()
  const [making, setMaking] = useState(false)
  return (
    <Section
      title="Organisation tokens"
      note="For programs that go on working when the person who set them up has left. They read nobody’s levels."
      actions={<Button onClick={() => setMaking(true)}>Make an organisation token</Button>}
    >
      <Loaded of={read}>
        {({ tokens }) => (
          <TokenTable
            caption="Organisation tokens"
            tokens={tokens}
            whose="any"
            empty="The organisation has no token."
            further={{ head: 'Made by', cell: maker }}
          />
        )}
      </Loaded>
      {making && <MakeTokenDialog kind="organisation" actor={actor} onClose={() => setMaking(false)} />}
    </Section>
  )
}

/** Whoever made it has seen the secret, so an admin is told to replace it where they are none any more. */
function maker({ madeBy }: OrganisationToken) {
  if (!madeBy.member)
    return (
      <>
        someone who left <Tag tone="warn">replace it</Tag>
      </>
    )
  return (
    <>
      {madeBy.name ?? 'an account without a person'} {!madeBy.admin && <Tag tone="warn">no longer an admin: replace it</Tag>}
    </>
  )
}
