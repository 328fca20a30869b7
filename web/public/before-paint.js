// Runs before the first paint, so that a chosen theme does not flash, and before zod, whose compiled
// parsers would need `eval`, which the content policy refuses.
globalThis['__zod_globalConfig'] = { jitless: true }
try {
  const theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage may be forbidden: the system's theme stays.
}
