import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { Autocomplete, Collection, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField } from 'react-aria-components'
import { Icon } from '../ui/Icon.tsx'
import { type PaletteGroup, type PaletteLoader, narrow } from './palette-items.ts'
import './Palette.css'

interface PaletteProps {
  /** What is known without asking the server. */
  pages: PaletteGroup
  load: PaletteLoader
  onClose: () => void
}

/** The list inside the palette's dialog: type, move with the arrow keys, go with Enter. */
export function Palette({ pages, load, onClose }: PaletteProps) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const navigate = useNavigate()
  const found = useQuery({
    queryKey: ['palette', asked],
    queryFn: ({ signal }) => load(asked, signal),
    placeholderData: keepPreviousData,
  })
  useEffect(() => input.current?.focus(), [])
  const groups = narrow([pages, ...(found.data ?? [])], text, 8)
  const addresses = new Map(groups.flatMap((group) => group.items.map((item) => [item.id, item.to])))
  const go = (id: string): void => {
    const to = addresses.get(id)
    onClose()
    if (to !== undefined) void navigate({ href: to })
  }
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField className="Palette-search" aria-label="Search">
        <Icon name="search" />
        <Input ref={input} placeholder="Go to a page, person, team or skill" />
      </SearchField>
      <ListBox
        className="Palette-list"
        aria-label="Results"
        items={groups}
        selectionMode="none"
        onAction={(key) => go(String(key))}
        renderEmptyState={() => <p className="Palette-empty">{found.isFetching ? 'Searching…' : 'Nothing by this name.'}</p>}
      >
        {(group) => (
          <ListBoxSection id={group.title}>
            <Header>{group.title}</Header>
            <Collection items={group.items}>
              {(item) => (
                <ListBoxItem textValue={item.label}>
                  {item.label}
                  {item.detail !== undefined && <span className="Palette-detail">{item.detail}</span>}
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
      {found.isError && <p className="Palette-empty">People, teams and skills cannot be searched just now.</p>}
    </Autocomplete>
  )
}
