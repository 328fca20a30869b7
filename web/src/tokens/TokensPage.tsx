import { can } from '@plumbline/shared/access/can.ts'
import { Loaded } from '../api/Loaded.tsx'
import { actorOf } from '../identity/queries.ts'
import { useMe } from '../organisations/queries.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { OrganisationTokens } from './OrganisationTokens.tsx'
import { OwnTokens } from './OwnTokens.tsx'
import { PersonalTokens } from './PersonalTokens.tsx'

const subtitle = 'With a token a program works with Plumbline. It does only what the token’s scopes say, and only until the token ends.'

/** With what programs act: my tokens; for admins also those of the organisation and of everybody in it. */
export function TokensPage() {
  const me = useMe()
  return (
    <>
      <PageHeader title="Tokens" subtitle={subtitle} />
      <Loaded of={me}>
        {(data) => {
          const actor = actorOf(data)
          return (
            <>
              <OwnTokens actor={actor} />
              {can.manageTokens.allows(actor) && (
                <>
                  <OrganisationTokens actor={actor} />
                  <PersonalTokens />
                </>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}
