import type { Persona } from '@plumbline/shared/demo/contract.ts'
import { emailOf } from './people.ts'

const named = (name: string) => ({ name, email: emailOf(name) })

/**
 * The three people of the demo whom a visitor can be, and what there is to find.
 *
 * The lead sees, in Platform and the team below it:
 * 1. a single point of failure: `mesh-ingress` is a must there and Yuki Tanabe alone holds it (see `levels.ts`);
 * 2. a blocked practice: `gitops-01` asks for two people at level 4 in `gitops`, and Yuki is the only one (see `checklists.ts`);
 * 3. two views far apart: Felix Brandt rates himself 2 levels and more above his lead in six skills (see `lead-views.ts`);
 * 4. a stale profile: Henrik Lund took part in the first round alone, 14 months ago (see `people.ts`);
 * 6. unfilled roles: Platform needs two platform engineers more than it has (see `demands.ts`).
 * The admin sees all of these, and
 * 5. a team near full coverage: ML Enablement meets more than 95 of 100 expectations.
 * The engineer finds an assessment begun and not submitted (see `draft.ts`).
 */
export const personas: Record<Persona, { name: string; email: string }> = {
  engineer: named('Noor Haddad'),
  lead: named('Tomás Rivera'),
  admin: named('Ingrid Solberg'),
}
