import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/Section.tsx'
import { needWords, practiceLevelWords } from '../framework-words.ts'
import type { SkillSheet } from './skill-sheet.ts'
import './SkillPractices.css'

/** Practices that need the skill, with level and number of people. */
export function SkillPractices({ practices, pack }: Pick<SkillSheet, 'practices'> & { pack: Pick<Pack, 'areas'> }) {
  return (
    <Section title="Practices that need it" note={practices.length === 0 ? 'No practice names it.' : undefined}>
      <ul className="SkillPractices">
        {practices.map(({ practice: { id, name, area, level }, need }) => (
          <li key={id}>
            <Link to={paths.frameworkPractice} params={{ practiceId: id }}>
              {name}
            </Link>
            <small>
              {pack.areas.find((one) => one.id === area)?.name}, {practiceLevelWords[level]}; needs {needWords(need)}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
