import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useEditing } from './editing.ts'
import { fieldWords } from './field-words.ts'
import { nextKey, type SourceRow } from './form-values.ts'
import { Rows } from './Rows.tsx'

interface SourcesFieldProps {
  value: readonly SourceRow[]
  onChange: (value: SourceRow[]) => void
  errorAt: (path: string) => string | undefined
}

/** Where an entry was read: a document of the framework, its section, and the figure as it is printed there. */
export function SourcesField({ value, onChange, errorAt }: SourcesFieldProps) {
  const { documents } = useEditing().pack
  const options = [
    { value: '', label: 'Choose a document', disabled: true },
    ...documents.map(({ id, title }) => ({ value: id, label: title })),
  ]
  return (
    <Rows
      label={fieldWords.sources}
      one="source"
      rows={value}
      onChange={onChange}
      blank={() => ({ key: nextKey(), document: '', section: '', printed: '' })}
      error={errorAt('sources')}
    >
      {(row, change, at) => (
        <>
          <Select
            label="Document"
            options={options}
            value={row.document}
            onChange={(document) => change({ document })}
            error={errorAt(`sources/${at}/document`)}
          />
          <TextField
            label="Section"
            value={row.section}
            onChange={(section) => change({ section })}
            error={errorAt(`sources/${at}/section`)}
          />
          <TextField
            label="As printed"
            optional
            value={row.printed}
            onChange={(printed) => change({ printed })}
            error={errorAt(`sources/${at}/printed`)}
          />
        </>
      )}
    </Rows>
  )
}
