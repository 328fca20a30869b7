import type { Token } from '@plumbline/shared/tokens/contract.ts'
import { type ReactNode, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Table } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { dayOf, momentOf } from '../ui/dates.ts'
import { RevokeTokenDialog } from './RevokeTokenDialog.tsx'
import { purposeWords } from './token-words.ts'
import './Tokens.css'

interface TokenTableProps<Row extends Token> {
  caption: string
  tokens: readonly Row[]
  /** With whose right they are revoked: their owner's, or an admin's. */
  whose: 'own' | 'any'
  empty: string
  /** A column of its own kind of token. */
  further?: { head: string; cell: (token: Row) => ReactNode }
}

/** Tokens with what they may, how long, and when they were last used; each with a way to end it. */
export function TokenTable<Row extends Token>({ caption, tokens, whose, empty, further }: TokenTableProps<Row>) {
  const [asked, setAsked] = useState<Token | null>(null)
  const controls = (token: Token) => <Revoke token={token} onRevoke={setAsked} />
  return (
    <>
      <Table
        caption={caption}
        captionHidden
        rows={tokens}
        rowKey={({ id }) => id}
        empty={empty}
        columns={[
          { key: 'name', head: 'Name', rowHead: true, cell: ({ name }) => name },
          // Beside the name, so that it is in sight on a narrow screen.
          { key: 'controls', head: 'Controls', cell: controls },
          ...(further === undefined ? [] : [{ key: 'further', ...further }]),
          { key: 'expires', head: 'Ends', cell: ends },
          { key: 'used', head: 'Last used', cell: ({ lastUsedAt }) => (lastUsedAt === null ? 'never' : momentOf(lastUsedAt)) },
          { key: 'scopes', head: 'May', cell: may },
          { key: 'purpose', head: 'Reads for', cell: ({ purpose }) => purposeWords[purpose] },
        ]}
      />
      {asked !== null && <RevokeTokenDialog token={asked} whose={whose} onClose={() => setAsked(null)} />}
    </>
  )
}

function Revoke({ token, onRevoke }: { token: Token; onRevoke: (token: Token) => void }) {
  return (
    <Button variant="quiet" aria-label={`Revoke ${token.name}`} onClick={() => onRevoke(token)}>
      Revoke
    </Button>
  )
}

function ends({ expiresAt, expiry }: Token) {
  return (
    <span className="Tokens-ends">
      {dayOf(expiresAt)}
      {expiry === 'soon' && <Tag tone="warn">soon</Tag>}
      {expiry === 'over' && <Tag tone="danger">expired</Tag>}
    </span>
  )
}

function may({ scopes }: Token) {
  return (
    <ul className="Tokens-scopes">
      {scopes.map((scope) => (
        <li key={scope}>
          <Tag>{scope}</Tag>
        </li>
      ))}
    </ul>
  )
}
