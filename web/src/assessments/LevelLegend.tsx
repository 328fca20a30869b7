import { LevelCell } from '../ui/LevelCell.tsx'
import { levels } from '../ui/level-keys.ts'
import { useLevelNames } from '../ui/level-names.ts'
import './LevelLegend.css'

const meanings = [
  'I have not worked with it',
  'I know what it is for',
  'I get it done with help',
  'I do it on my own',
  'I solve hard cases and help others',
  'I set the way others do it',
] as const

/** What the numbers mean, in the first person: one rates oneself. */
export function LevelLegend() {
  const names = useLevelNames()
  return (
    <dl className="LevelLegend" aria-label="The levels">
      {levels.map((level) => (
        <div key={level}>
          <dt>
            <LevelCell level={level} /> {names[level]}
          </dt>
          <dd>{meanings[level]}</dd>
        </div>
      ))}
    </dl>
  )
}
