import { fit } from '@plumbline/shared/heatmap/fit.ts'
import { nameIn } from '@plumbline/shared/levels/name-in.ts'
import type { Framework } from '../frameworks/queries.ts'
import { LevelCell } from '../ui/LevelCell.tsx'
import type { GridRow } from './grid.ts'
import { percent } from './percent.ts'
import './Explanation.css'
import { utcDayOf } from '../ui/dates.ts'

const most = 6

/** One person against their role, over all skills of the role whatever is filtered: how well it fits, and what is missing most. */
export function PersonSummary({ row: { person, expectations }, framework }: { row: GridRow; framework: Framework }) {
  const { value, missing, unknown } = fit(person.levels, expectations)
  const { roleById, skillById } = framework.index
  return (
    <div className="Explanation">
      <dl className="Explanation-facts">
        <dt>Role</dt>
        <dd>{person.roleId === null ? 'none, so nothing is expected' : `${nameIn(roleById, person.roleId)}, ${person.seniority}`}</dd>
        <dt>Fit</dt>
        <dd>{percent(value)}</dd>
        <dt>Not rated</dt>
        <dd>{unknown.length === 0 ? 'nothing' : `${unknown.length} skills, counted as not shown to be met`}</dd>
        <dt>Last rated</dt>
        <dd>{person.ratedOn === null ? 'never' : utcDayOf(person.ratedOn)}</dd>
      </dl>
      {missing.length > 0 && (
        <>
          <h3>{missing.length > most ? `Largest of ${missing.length} gaps` : 'Gaps'}</h3>
          <ul className="Explanation-list">
            {missing.slice(0, most).map(({ expected, current }) => (
              <li key={expected.skill}>
                {nameIn(skillById, expected.skill)}
                <span>
                  <LevelCell level={current} below /> of {expected.level}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
