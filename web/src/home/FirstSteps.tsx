import type { Person } from '@plumbline/shared/people/contract.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { Section } from '../ui/Section.tsx'
import { Tag } from '../ui/Tag.tsx'

interface FirstStepsProps {
  teams: number
  people: readonly Person[]
}

/** The way from an empty organisation to its first heatmap. */
export function FirstSteps({ teams, people }: FirstStepsProps) {
  const everyone = (has: (person: Person) => boolean): boolean => people.length > 1 && people.every(has)
  const steps = [
    {
      does: 'Add your teams and people',
      how: 'One by one, or all at once from a CSV or YAML file.',
      to: paths.people,
      done: teams > 0 && people.length > 1,
    },
    {
      does: 'Give everyone a role',
      how: 'The role decides which skills are expected, and at which level.',
      to: paths.people,
      done: everyone((one) => one.roleId !== null),
    },
    {
      does: 'Invite them and name leads',
      how: 'Each person rates their own skills; leads see their team’s heatmap.',
      to: paths.people,
      done: everyone((one) => one.hasAccount),
    },
    {
      does: 'Answer the practice checklists',
      how: 'IDP, GitOps, DevSecOps and FinOps, team by team.',
      to: paths.organisation,
      done: false,
    },
    { does: 'See what the framework expects', how: 'Every role and skill, each level with its source.', to: paths.framework, done: false },
  ] as const
  return (
    <Section title="First steps">
      <ol className="HomePage-steps">
        {steps.map((step) => (
          <li key={step.does}>
            <Link to={step.to}>{step.does}</Link> {step.done && <Tag tone="ok">done</Tag>}
            <p>{step.how}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
