/** A ref for a frame that may scroll: reachable by keyboard whenever it holds more than it shows, so that arrow keys can scroll it. */
export function reachableWhenScrolling(frame: HTMLElement | null): (() => void) | undefined {
  if (frame === null) return undefined
  const measure = (): void => {
    if (frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight) frame.tabIndex = 0
    else frame.removeAttribute('tabindex')
  }
  const observer = new ResizeObserver(measure)
  observer.observe(frame)
  for (const child of frame.children) observer.observe(child)
  return () => observer.disconnect()
}
