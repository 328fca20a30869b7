import { Section } from '../../ui/Section.tsx'
import { LevelNamesForm } from './LevelNamesForm.tsx'
import { NameForm } from './NameForm.tsx'

/** What the framework and its levels are called. */
export function FrameworkNames() {
  return (
    <>
      <Section title="Name">
        <NameForm />
      </Section>
      <Section title="Levels" note="The six levels stay what they are; an organisation may call them by its own names.">
        <LevelNamesForm />
      </Section>
    </>
  )
}
