import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Details } from '../../ui/Details.tsx'
import { Entry } from '../Entry.tsx'
import { Fact, Facts } from '../Facts.tsx'
import { documentUses } from './document-uses.ts'
import './DocumentEntry.css'

interface DocumentEntryProps {
  document: Pack['documents'][number]
  marked: boolean
  pack: Pack
}

/** One document: what it is, who wrote it and why, and the entries that rest on it. */
export function DocumentEntry({ document: { id, title, kind, author, date, interest }, marked, pack }: DocumentEntryProps) {
  const lists = documentUses(pack, id)
  return (
    <Entry id={id} marked={marked}>
      <h2>
        <Link to={paths.frameworkSource} params={{ documentId: id }} resetScroll={false}>
          {title}
        </Link>
      </h2>
      <Facts>
        <Fact label="Kind">{kind}</Fact>
        <Fact label="Author">{author}</Fact>
        <Fact label="Date">{date}</Fact>
        <Fact label="Interest">{interest}</Fact>
        <Fact label="What it says">
          <Link to={paths.frameworkMarket} search={{ document: id }}>
            Its claims about the market
          </Link>
        </Fact>
      </Facts>
      {lists.length === 0 && <p>Nothing in the framework rests on it.</p>}
      <div className="DocumentUses">
        {lists.map(({ name, uses }) => (
          <Details key={name} summary={`${name}: ${uses.length}`}>
            <ul>
              {uses.map((use) => (
                <li key={use.id}>
                  {use.to === null ? (
                    use.title
                  ) : (
                    <Link to={use.to} search={use.search ?? {}}>
                      {use.title}
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          </Details>
        ))}
      </div>
    </Entry>
  )
}
