import type { Persona } from '@plumbline/shared/demo/contract.ts'

/** The three people of the demo whom a visitor can be. */
export const personas: Record<Persona, { name: string; email: string }> = {
  engineer: { name: 'Noor Haddad', email: 'noor.haddad@demo.example' },
  lead: { name: 'Tomás Rivera', email: 'tomas.rivera@demo.example' },
  admin: { name: 'Ingrid Solberg', email: 'ingrid.solberg@demo.example' },
}
