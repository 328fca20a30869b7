import './Icon.css'

const drawings = {
  check: 'M3 8.5 6.5 12 13 4.5',
  chevron: 'M6 3.5 10.5 8 6 12.5',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M3.5 6 8 10.5 12.5 6',
  error: 'M8 1.5 14.5 8 8 14.5 1.5 8zM8 5v3.5M8 10.7v.1',
  external: 'M9 3h4v4M13 3 7.5 8.5M11.5 10v3H3V4.5h3',
  file: 'M4 1.5h5L12.5 5v9.5H4zM9 1.5V5h3.5',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM8 7.3V11M8 5v.1',
  menu: 'M2 4h12M2 8h12M2 12h12',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  person: 'M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8zM2.8 14c.4-2.7 2.5-4.2 5.2-4.2s4.8 1.5 5.2 4.2',
  plus: 'M8 3v10M3 8h10',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3 14 14',
  warn: 'M8 2 14.8 13.8H1.2zM8 6.5v3.2M8 11.7v.1',
} as const

export type IconName = keyof typeof drawings

/** A drawing of the size of the text around it. Never the only carrier of meaning: a name stands beside it or in `aria-label`. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="Icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  )
}
