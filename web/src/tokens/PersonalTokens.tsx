import { getRouteApi } from '@tanstack/react-router'
import { Loaded } from '../api/Loaded.tsx'
import { paths } from '../paths.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Section } from '../ui/Section.tsx'
import { TokenTable } from './TokenTable.tsx'
import { usePersonalTokens } from './queries.ts'
import './Tokens.css'

const route = getRouteApi(`/framed${paths.tokens}`)

/** For admins: whose tokens there are, so that one that leaked can be revoked without its owner. */
export function PersonalTokens() {
  const { after } = route.useSearch()
  const read = usePersonalTokens(after)
  return (
    <Section
      title="Everybody’s tokens"
      note="Personal tokens of all members, yours as well. Their secrets are known to nobody but whoever copied them."
    >
      <Loaded of={read}>
        {({ tokens, next }) => (
          <>
            <TokenTable
              caption="Everybody’s tokens"
              tokens={tokens}
              whose="any"
              empty="Nobody has a token."
              further={{ head: 'Owner', cell: ({ owner }) => owner.name ?? 'an account without a person' }}
            />
            <nav className="Tokens-pages" aria-label="Pages of everybody’s tokens">
              {after !== undefined && (
                <ButtonLink to={paths.tokens} search={{}}>
                  First page
                </ButtonLink>
              )}
              {next !== null && (
                <ButtonLink to={paths.tokens} search={{ after: next }}>
                  Next page
                </ButtonLink>
              )}
            </nav>
          </>
        )}
      </Loaded>
    </Section>
  )
}
