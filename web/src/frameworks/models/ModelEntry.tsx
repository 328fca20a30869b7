import type { Model } from '@plumbline/shared/frameworks/pack-source.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../../paths.ts'
import { Bar } from '../../ui/Bar.tsx'
import { Details } from '../../ui/Details.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Entry } from '../Entry.tsx'
import { Fact, Facts } from '../Facts.tsx'
import { CoverageTable } from './CoverageTable.tsx'
import './ModelEntry.css'
import { isCovered, modelCoverage } from './model-coverage.ts'

interface ModelEntryProps {
  model: Model
  marked: boolean
  pack: Pack
}

/** One open model: whose it is, under which licence, what was taken from it, and which of its items the framework covers. */
export function ModelEntry({ model, marked, pack }: ModelEntryProps) {
  const { id, name, publisher, url, licence, use } = model
  const [open, setOpen] = useState(marked)
  const items = modelCoverage(model, pack)
  const covered = items.filter(isCovered).length
  return (
    <Entry id={id} marked={marked}>
      <h2>
        <Link to={paths.frameworkModel} params={{ modelId: id }} resetScroll={false}>
          {name}
        </Link>
      </h2>
      <Facts>
        <Fact label="Publisher">{publisher}</Fact>
        <Fact label="Licence">{licence}</Fact>
        <Fact label="Address">
          <a className="ModelEntry-url" href={url} target="_blank" rel="noopener noreferrer">
            {url} <Icon name="external" />
          </a>
        </Fact>
        <Fact label="What was taken">{use}</Fact>
        <Fact label="Covered">
          <Bar value={covered} total={items.length} words={`${covered} of ${items.length} items have a practice or a skill`} />
        </Fact>
      </Facts>
      <Details summary={`Its ${items.length} items`} open={open} onToggle={setOpen}>
        {open && <CoverageTable name={name} items={items} />}
      </Details>
    </Entry>
  )
}
