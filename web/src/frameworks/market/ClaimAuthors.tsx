import type { Claim } from '@plumbline/shared/frameworks/pack-market.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { entriesOf } from '../entries-of.ts'

/** Who says it, in which document, and what that document's author has at stake. */
export function ClaimAuthors({ claim, documents }: { claim: Claim; documents: Pack['documents'] }) {
  const ids = [...new Set(claim.sources.map(({ document }) => document))]
  return entriesOf(documents, ids).map(({ id, title, author, interest }) => (
    <p key={id}>
      Said by: {claim.by === undefined ? author : `${claim.by}, as told by ${author}`}, in{' '}
      <Link to={paths.frameworkSource} params={{ documentId: id }}>
        {title}
      </Link>
      . Interest: {interest}.
    </p>
  ))
}
