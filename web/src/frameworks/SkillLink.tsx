import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'

/** Opens a skill over the page. */
export function SkillLink({ skill }: { skill: { id: string; name: string } }) {
  return (
    <Link from={paths.framework} to={paths.framework} search={(now) => ({ ...now, skill: skill.id })} resetScroll={false}>
      {skill.name}
    </Link>
  )
}
