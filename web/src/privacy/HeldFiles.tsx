import { sentenceOf } from '../api/words.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Toolbar } from '../ui/Toolbar.tsx'
import { download } from '../ui/download.ts'
import { toast } from '../ui/toast.ts'
import { useHeldFiles } from './queries.ts'

const nameOf = (format: string): string => `plumbline-my-data-${new Date().toISOString().slice(0, 10)}.${format}`
const failed = (error: unknown): void => toast(`No file was made. ${sentenceOf(error)}`, { kind: 'error' })

/** The same content twice: JSON for other programs, CSV for a spreadsheet. */
export function HeldFiles() {
  const files = useHeldFiles()
  const takeJson = (): void => {
    files.json.send({}).then(({ data }) => download(JSON.stringify(data, null, 2), nameOf('json')), failed)
  }
  const takeCsv = (): void => {
    files.csv.send({}).then(({ data }) => download(data, nameOf('csv')), failed)
  }
  return (
    <Toolbar label="Download everything held on me">
      <Button busy={files.json.sending} onClick={takeJson}>
        <Icon name="file" />
        Download JSON
      </Button>
      <Button busy={files.csv.sending} onClick={takeCsv}>
        <Icon name="file" />
        Download CSV
      </Button>
    </Toolbar>
  )
}
