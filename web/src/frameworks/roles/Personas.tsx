import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/Section.tsx'
import { Entries, Entry } from '../Entry.tsx'
import { WhereFrom } from '../WhereFrom.tsx'
import { personaWords } from '../framework-words.ts'
import type { Framework } from '../queries.ts'
import { RoleLink } from '../RoleLink.tsx'

type Persona = Pack['personas'][number]

interface PersonasProps {
  framework: Framework
  /** The one that the address names. */
  marked: string | undefined
}

/** People whom the documents name and who are no role: what they are measured with, or why with nothing. */
export function Personas({ framework, marked }: PersonasProps) {
  const { personas } = framework.pack
  const kinds = Map.groupBy(personas, ({ kind }) => kind)
  if (personas.length === 0) return null
  return (
    <Section
      title={`${personas.length} people beside the roles`}
      note="The documents name them, but they are no roles here: what follows says what to measure them with, or why with nothing."
    >
      {[...kinds].map(([kind, ofKind]) => (
        <div key={kind} className="Personas-kind">
          <h3>{personaWords[kind].title}</h3>
          <p>{personaWords[kind].sentence}</p>
          <Entries>
            {ofKind.map((persona) => (
              <PersonaEntry key={persona.id} persona={persona} framework={framework} marked={persona.id === marked} />
            ))}
          </Entries>
        </div>
      ))}
    </Section>
  )
}

function PersonaEntry({ persona, framework: { pack, index }, marked }: { persona: Persona; framework: Framework; marked: boolean }) {
  const { id, name, aliases, text, seniority, sources } = persona
  const role = persona.role === null ? undefined : index.roleById.get(persona.role)
  return (
    <Entry id={id} marked={marked}>
      <h4>
        <Link to={paths.frameworkPersona} params={{ personaId: id }} resetScroll={false}>
          {name}
        </Link>
      </h4>
      <p>{text}</p>
      <div className="Entry-meta">
        {role !== undefined && (
          <span>
            Measured as <RoleLink role={role} seniority={seniority} />
            {seniority !== null && ` at ${seniority}`}
          </span>
        )}
        {aliases.length > 0 && <span>Also: {aliases.join(', ')}</span>}
        <WhereFrom of={name} sources={sources} pack={pack} />
      </div>
    </Entry>
  )
}
