// Run in a process of its own, whose TMPDIR says where the package unpacks to.
import chromium from '@sparticuz/chromium'

await chromium.executablePath()
