import { type Pack, type Seniority, practiceLevelNames } from '@plumbline/shared/frameworks/pack.ts'
import { Sources } from '../ui/Sources.tsx'
import { SkillRoles } from './SkillRoles.tsx'
import { needWords } from './framework-words.ts'
import type { Framework } from './queries.ts'
import { type SkillSheet, skillSheet } from './skill-sheet.ts'
import './SkillDetail.css'

interface SkillDetailProps {
  framework: Framework
  skill: Pack['skills'][number]
  seniority: Seniority
}

/** All that the framework says about one skill. */
export function SkillDetail({ framework: { pack, index }, skill, seniority }: SkillDetailProps) {
  const sheet = skillSheet(pack, index, skill, seniority)
  return (
    <div className="SkillDetail">
      <p>{pack.categories.find(({ id }) => id === skill.category)?.name}</p>
      {skill.aliases.length > 0 && <p className="SkillDetail-aside">Also: {skill.aliases.join(', ')}</p>}
      <SkillRoles roles={sheet.roles} seniority={seniority} />
      <h3>Practices that need it</h3>
      <Practices practices={sheet.practices} areas={pack.areas} />
      <h3>Certifications that are evidence of it</h3>
      <Certifications certifications={sheet.certifications} all={pack.certifications} />
      <h3>Where it was read</h3>
      <Sources sources={skill.sources} documents={pack.documents} />
    </div>
  )
}

function Practices({ practices, areas }: Pick<SkillSheet, 'practices'> & { areas: Pack['areas'] }) {
  if (practices.length === 0) return <p className="SkillDetail-aside">No practice names it.</p>
  return (
    <ul className="SkillDetail-list">
      {practices.map(({ practice: { id, name, area, level }, need }) => (
        <li key={id}>
          {name}
          <small>
            {areas.find((one) => one.id === area)?.name}, {practiceLevelNames[level - 1]}; needs {needWords(need)}
          </small>
        </li>
      ))}
    </ul>
  )
}

function Certifications({ certifications, all }: Pick<SkillSheet, 'certifications'> & { all: Pack['certifications'] }) {
  if (certifications.length === 0) return <p className="SkillDetail-aside">None that the documents name.</p>
  return (
    <>
      <ul className="SkillDetail-list">
        {certifications.map(({ id, name, replacedBy }) => (
          <li key={id}>
            {name}
            {replacedBy !== null && <small>replaced by {all.find((one) => one.id === replacedBy)?.name}</small>}
          </li>
        ))}
      </ul>
      <p className="SkillDetail-aside">The match is the framework’s judgement; a certification is evidence and never a level by itself.</p>
    </>
  )
}
