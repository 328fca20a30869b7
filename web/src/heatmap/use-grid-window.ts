import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Place } from '../ui/grid-keys.ts'
import { windowOf, withPinned } from './grid-window.ts'

/** Heights and widths of the grid, in rem; Heatmap.css draws with the same numbers, which it gets as `--row` and `--cell`. */
export const rowRem = 2.25
export const cellRem = 2.75
const rowBlock = 8
const columnBlock = 4

interface Seen {
  row: number
  column: number
  rows: number
  columns: number
}

interface GridWindow {
  frame: RefObject<HTMLDivElement | null>
  /** Rows and columns to render, in order, from 0. */
  rows: readonly number[]
  columns: readonly number[]
  /** Rows in sight: as many as a page key moves. */
  page: number
  onScroll: () => void
}

/** Renders what is in sight of a large grid: all of up to 25 people and 40 skills, else blocks of them. `focus` is always among them. */
export function useGridWindow(count: { rows: number; columns: number }, focus: Place): GridWindow {
  const frame = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState<Seen>({ row: 0, column: 0, rows: 24, columns: 32 })

  const measure = useCallback(() => {
    const element = frame.current
    if (element === null) return
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const next = {
      row: Math.floor(element.scrollTop / (rowRem * rem * rowBlock)) * rowBlock,
      column: Math.floor(element.scrollLeft / (cellRem * rem * columnBlock)) * columnBlock,
      rows: Math.ceil(element.clientHeight / (rowRem * rem)),
      columns: Math.ceil(element.clientWidth / (cellRem * rem)),
    }
    setSeen((now) =>
      now.row === next.row && now.column === next.column && now.rows === next.rows && now.columns === next.columns ? now : next,
    )
  }, [])

  useEffect(() => {
    if (frame.current === null) return undefined
    const observer = new ResizeObserver(measure)
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [measure])

  const rows = useMemo(() => {
    const stretch = windowOf({ count: count.rows, first: seen.row, seen: seen.rows, block: rowBlock, most: 25 })
    return withPinned(stretch, focus.row - 1, count.rows)
  }, [count.rows, seen.row, seen.rows, focus.row])
  const columns = useMemo(() => {
    const stretch = windowOf({ count: count.columns, first: seen.column, seen: seen.columns, block: columnBlock, most: 40 })
    return withPinned(stretch, focus.column - 1, count.columns)
  }, [count.columns, seen.column, seen.columns, focus.column])

  return { frame, rows, columns, page: Math.max(1, seen.rows - 7), onScroll: measure }
}
