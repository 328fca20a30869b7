import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'

/** A skill by its name, leading to its page. */
export function SkillLink({ skill }: { skill: { id: string; name: string } }) {
  return (
    <Link to={paths.frameworkSkill} params={{ skillId: skill.id }}>
      {skill.name}
    </Link>
  )
}
