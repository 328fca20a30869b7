import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import { Entries } from '../Entry.tsx'
import { practiceLevelWords } from '../framework-words.ts'
import type { Framework } from '../queries.ts'
import { PracticeEntry } from './PracticeEntry.tsx'

const levels = [1, 2, 3, 4] as const

/** The practices of one area, level by level. */
export function AreaPractices({ area, framework }: { area: Pack['areas'][number]; framework: Framework }) {
  const practices = framework.pack.practices.filter((practice) => practice.area === area.id)
  return (
    <>
      <Section title={area.name} note={area.summary}>
        {area.optional && (
          <Notice kind="info">This is a further checklist. Teams are not asked for it unless your organisation turns it on.</Notice>
        )}
        {practices.length === 0 && <p>This area has no practices.</p>}
      </Section>
      {levels.map((level) => {
        const here = practices.filter((practice) => practice.level === level)
        return (
          here.length > 0 && (
            <Section key={level} title={`Level ${level}: ${practiceLevelWords[level]} (${here.length})`}>
              <Entries>
                {here.map((practice) => (
                  <PracticeEntry key={practice.id} practice={practice} framework={framework} />
                ))}
              </Entries>
            </Section>
          )
        )
      })}
    </>
  )
}
