import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Autocomplete, Collection, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField } from 'react-aria-components'
import { Icon } from '../../ui/Icon.tsx'
import { type FrameworkSearchIndex, frameworkSearchIndex } from './search-index.ts'
import './FrameworkSearch.css'

interface FrameworkSearchProps {
  pack: Pack
  onClose: () => void
}

/** Kept while the framework is: the search is opened more often than the framework changes. */
const indexes = new WeakMap<Pack, FrameworkSearchIndex>()

function indexOf(pack: Pack): FrameworkSearchIndex {
  const index = indexes.get(pack) ?? frameworkSearchIndex(pack)
  indexes.set(pack, index)
  return index
}

/** The list that it opens is tied to the field by Autocomplete. */
const comboboxOf = (open: boolean) => ({ role: 'combobox', 'aria-expanded': open })

/** The list inside the search's dialog: type, move with the arrow keys, go with Enter. */
export function FrameworkSearch({ pack, onClose }: FrameworkSearchProps) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const navigate = useNavigate()
  const groups = useMemo(() => indexOf(pack)(asked), [pack, asked])
  useEffect(() => input.current?.focus(), [])
  const go = (id: string): void => {
    const to = groups.flatMap(({ entries }) => entries).find((entry) => entry.id === id)?.to
    onClose()
    if (to !== undefined) void navigate({ href: to })
  }
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField className="Palette-search" aria-label="Search the framework">
        <Icon name="search" />
        <Input ref={input} {...comboboxOf(groups.length > 0)} placeholder="A skill, a role, a tool, a figure as printed …" />
      </SearchField>
      <ListBox
        className="Palette-list FrameworkSearch-list"
        aria-label="Results"
        items={groups}
        selectionMode="none"
        onAction={(key) => go(String(key))}
        renderEmptyState={() => (
          <p className="Palette-empty">
            {asked === ''
              ? 'Everything in the framework is searched: names, aliases, what is observed at each level, criteria, topics and figures.'
              : 'Nothing in the framework has these words.'}
          </p>
        )}
      >
        {({ kind, title, entries, found }) => (
          <ListBoxSection id={kind}>
            <Header>
              {title} {found > entries.length ? `· the best ${entries.length} of ${found}` : ''}
            </Header>
            <Collection items={entries}>
              {(entry) => (
                <ListBoxItem textValue={entry.title}>
                  <span>{entry.title}</span>
                  {entry.detail !== '' && <span className="Palette-detail">{entry.detail}</span>}
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Autocomplete>
  )
}
