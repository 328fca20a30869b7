/** Hands the browser a file that was made or read here. */
export function download(text: string, name: string): void {
  const href = URL.createObjectURL(new Blob([text]))
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
  URL.revokeObjectURL(href)
}
