import type { importPeopleRoute } from '@plumbline/shared/imports/contract.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Section } from '../ui/Section.tsx'
import { Stat, Stats } from '../ui/Stat.tsx'
import './ImportFile.css'

export type ImportResult = OkOf<typeof importPeopleRoute>

/** What the import did. */
export function ImportDone({ result, onAgain }: { result: ImportResult; onAgain: () => void }) {
  return (
    <div role="status">
      <Section title="The file was imported">
        <Stats>
          <Stat label="People added" value={result.added.toLocaleString('en')} tone="ok" />
          <Stat label="People changed" value={result.changed.toLocaleString('en')} />
          <Stat label="As before" value={result.same.toLocaleString('en')} />
          <Stat label="Teams added" value={result.teams.toLocaleString('en')} />
        </Stats>
        <div className="ImportFile-foot">
          <ButtonLink to={paths.people} variant="primary">
            See the people
          </ButtonLink>
          <Button onClick={onAgain}>Import another file</Button>
        </div>
      </Section>
    </div>
  )
}
