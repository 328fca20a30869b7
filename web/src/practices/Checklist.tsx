import { Link } from '@tanstack/react-router'
import type { Framework } from '../frameworks/queries.ts'
import { paths } from '../paths.ts'
import { Bar } from '../ui/Bar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Section.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { AreaHead } from './AreaHead.tsx'
import { areaChecklist } from './area-checklist.ts'
import { FurtherChecklists } from './FurtherChecklists.tsx'
import { PracticeRow } from './PracticeRow.tsx'
import type { Checklist as TeamChecklist } from './queries.ts'

interface ChecklistProps {
  framework: Framework
  checklist: TeamChecklist
  areaId: string
  refetch: () => void
}

/** The areas as tabs, and the practices of one of them by maturity level. */
export function Checklist({ framework, checklist, areaId, refetch }: ChecklistProps) {
  const { pack } = framework
  const asked = checklist.areas.flatMap(({ id }) => pack.areas.find((area) => area.id === id) ?? [])
  const shown = asked.find(({ id }) => id === areaId) ?? asked[0]
  const numbers = checklist.areas.find(({ id }) => id === shown?.id)
  const area = shown ? areaChecklist(shown.id, pack, checklist) : null
  if (!shown || !numbers || !area) return <EmptyState title="The framework has no practice areas" />
  const teamId = checklist.team.id
  return (
    <>
      {checklist.readOnlyBecause !== null && <Notice kind="info">You can read this checklist. {checklist.readOnlyBecause}</Notice>}
      <Tabs label="Practice areas">
        {asked.map(({ id, name }) => (
          <Link
            key={id}
            to={paths.practices}
            params={{ teamId }}
            search={{ area: id }}
            aria-current={id === shown.id ? 'page' : undefined}
            resetScroll={false}
          >
            {name} <LevelMark level={checklist.areas.find((one) => one.id === id)?.level ?? null} />
          </Link>
        ))}
      </Tabs>
      <FurtherChecklists pack={pack} />
      <AreaHead numbers={numbers} area={area} index={framework.index} shortagesHiddenBecause={checklist.shortagesHiddenBecause} />
      {area.levels.map(({ count, lines }) => (
        <Section
          key={count.level}
          title={`Level ${count.level}: ${count.name}`}
          actions={<Bar value={count.met} total={count.applicable} words={`${count.met} of ${count.applicable} hold`} />}
        >
          <ul className="PracticeList">
            {lines.map((line) => (
              <PracticeRow
                key={line.practice.id}
                teamId={teamId}
                line={line}
                framework={framework}
                readOnly={checklist.readOnlyBecause !== null}
                refetch={refetch}
              />
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}

function LevelMark({ level }: { level: number | null }) {
  return <span className="LevelMark">{level === null ? 'not applicable' : `level ${level}`}</span>
}
