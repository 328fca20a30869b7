import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Section } from '../../ui/Section.tsx'
import { ClaimLines } from '../ClaimLines.tsx'
import { PayBands } from '../market/PayBands.tsx'
import type { Framework } from '../queries.ts'
import type { RoleFacts } from './role-facts.ts'

interface RoleClaimsProps {
  facts: RoleFacts
  framework: Framework
  role: Pack['roles'][number]
}

/** What is said of its pay, by seniority where one is named, and whatever else the documents claim about it. */
export function RoleClaims({ facts: { pay, claims }, framework: { pack }, role }: RoleClaimsProps) {
  const further = pay.filter(({ seniority }) => seniority === undefined)
  return (
    <>
      {pay.length > further.length && <PayBands pack={{ ...pack, claims: [...pay] }} />}
      {pay.length === 0 && (
        <Section title="Pay">
          <p>No document prints what {role.name} is paid. Nothing is carried over from other roles.</p>
        </Section>
      )}
      {further.length > 0 && (
        <Section title="What else is said of its pay">
          <ClaimLines claims={further} pack={pack} />
        </Section>
      )}
      {claims.length > 0 && (
        <Section title="Claims about it" note="Said by one document each, and checked by nobody here.">
          <ClaimLines claims={claims} pack={pack} />
        </Section>
      )}
    </>
  )
}
