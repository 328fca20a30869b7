import type { Claim } from '@plumbline/shared/frameworks/pack-market.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { Details } from '../ui/Details.tsx'
import { Tag } from '../ui/Tag.tsx'
import { WhereFrom } from './WhereFrom.tsx'
import { claimKindWords } from './framework-words.ts'
import { printedFigure } from './market/figures.ts'
import './ClaimLines.css'

interface ClaimLinesProps {
  claims: readonly Claim[]
  pack: Pick<Pack, 'documents'>
}

const shownAtOnce = 8

/** Claims in short, those with a figure first, each leading to itself among all of them. */
export function ClaimLines({ claims, pack }: ClaimLinesProps) {
  const withFigure = claims.filter((claim) => printedFigure(claim) !== null)
  const ordered = [...withFigure, ...claims.filter((claim) => !withFigure.includes(claim))]
  const further = ordered.slice(shownAtOnce)
  return (
    <>
      <Lines claims={ordered.slice(0, shownAtOnce)} pack={pack} />
      {further.length > 0 && (
        <Details summary={`${further.length} more`}>
          <Lines claims={further} pack={pack} />
        </Details>
      )}
    </>
  )
}

function Lines({ claims, pack }: ClaimLinesProps) {
  return (
    <ul className="ClaimLines">
      {claims.map((claim) => {
        const printed = printedFigure(claim)
        return (
          <li key={claim.id}>
            <Link to={paths.frameworkClaim} params={{ claimId: claim.id }}>
              {claim.text}
            </Link>{' '}
            {printed !== null && <q>{printed}</q>} <Tag>{claimKindWords[claim.kind]}</Tag>{' '}
            <WhereFrom of={claim.text} sources={claim.sources} pack={pack} />
          </li>
        )
      })}
    </ul>
  )
}
