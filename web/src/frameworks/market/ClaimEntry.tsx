import type { Claim } from '@plumbline/shared/frameworks/pack-market.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Tag } from '../../ui/Tag.tsx'
import { Entry } from '../Entry.tsx'
import { claimKindWords } from '../framework-words.ts'
import type { Framework } from '../queries.ts'
import { WhereFrom } from '../WhereFrom.tsx'
import { ClaimAbout } from './ClaimAbout.tsx'
import { ClaimAuthors } from './ClaimAuthors.tsx'
import { printedFigure } from './figures.ts'
import './ClaimEntry.css'

interface ClaimEntryProps {
  claim: Claim
  marked: boolean
  framework: Framework
}

/** One thing that a document says: its figure as printed, what kind of claim it is, and who says so for what interest. */
export function ClaimEntry({ claim, marked, framework }: ClaimEntryProps) {
  const printed = printedFigure(claim)
  return (
    <Entry id={claim.id} marked={marked}>
      <article className="ClaimEntry">
        <div>
          {printed !== null && <q className="ClaimEntry-figure">{printed}</q>}
          <p>{claim.text}</p>
          <ClaimAbout claim={claim} framework={framework} />
        </div>
        <div className="ClaimEntry-side">
          <div className="ClaimEntry-kind">
            <Tag>{claimKindWords[claim.kind]}</Tag> <WhereFrom of={claim.text} sources={claim.sources} pack={framework.pack} />
            <Link to={paths.frameworkClaim} params={{ claimId: claim.id }} search aria-label={`Link to: ${claim.text}`} resetScroll={false}>
              Link
            </Link>
          </div>
          <ClaimAuthors claim={claim} documents={framework.pack.documents} />
        </div>
      </article>
    </Entry>
  )
}
