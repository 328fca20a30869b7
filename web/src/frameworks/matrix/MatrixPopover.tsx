import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { roleExpectations } from '@plumbline/shared/levels/pack-index.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { PopoverAt } from '../../ui/PopoverAt.tsx'
import { ExpectationReasons } from '../ExpectationReasons.tsx'
import { blankWords } from '../framework-words.ts'
import type { Framework } from '../queries.ts'
import './MatrixPopover.css'

/** By id, not by place: filters may change while it is open. */
export interface Opened {
  readonly role: string | undefined
  readonly skill: string | undefined
  readonly anchor: HTMLElement
}

interface MatrixPopoverProps {
  opened: Opened
  framework: Framework
  seniority: Seniority
  onClose: () => void
}

/** What a cell, a role's head or a skill's name has to tell. */
export function MatrixPopover({ opened, framework: { pack, index }, seniority, onClose }: MatrixPopoverProps) {
  const role = index.roleById.get(opened.role ?? '')
  const skill = index.skillById.get(opened.skill ?? '')
  const title = [skill?.name, role?.name].filter((name) => name !== undefined).join(' · ')
  if (title === '') return null
  const expected = role && skill && roleExpectations(index, role.id, seniority)[skill.position]
  return (
    <PopoverAt anchor={opened.anchor} title={title} onClose={onClose}>
      <div className="MatrixPopover">
        {role && skill && expected && <ExpectationReasons {...{ expected, role, seniority, pack }} />}
        {role && skill && !expected && <p>{blankWords(role, skill)}</p>}
        {role && !skill && <p>{role.summary}</p>}
        {skill && !role && <p>{skill.descriptors[3] === undefined ? skill.aliases.join(', ') : `At level 3: ${skill.descriptors[3]}`}</p>}
        <p>
          {skill && (
            <Link to={paths.frameworkSkill} params={{ skillId: skill.id }} search={{ seniority }}>
              All about {skill.name}
            </Link>
          )}
          {role && (
            <Link to={paths.frameworkRole} params={{ roleId: role.id }} search={{ seniority }}>
              All about {role.name}
            </Link>
          )}
        </p>
      </div>
    </PopoverAt>
  )
}
