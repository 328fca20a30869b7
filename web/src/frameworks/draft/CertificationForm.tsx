import { certification } from '@plumbline/shared/frameworks/pack-learning.ts'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { CertifiedRoles } from './CertifiedRoles.tsx'
import { certificationValues, printedFields, toCertification } from './certification-values.ts'
import { ChooseEntries } from './ChooseEntries.tsx'
import { useEditing } from './editing.ts'
import { EntryFrame, type EntryFormProps } from './EntryForm.tsx'
import { fieldWords } from './field-words.ts'
import { IdField } from './IdField.tsx'
import { SourcesField } from './SourcesField.tsx'
import { useEntryForm } from './use-entry-form.ts'

export function CertificationForm(props: EntryFormProps) {
  const { id } = props
  const { pack } = useEditing()
  const form = useEntryForm({
    list: 'certifications',
    schema: certification,
    initial: certificationValues(pack.certifications.find((one) => one.id === id)),
    toEntry: toCertification,
    put: (entry) => ({ change: 'put-certification', entry }),
    props,
  })
  const { field } = form
  const others = pack.certifications.filter((one) => one.id !== id)
  return (
    <EntryFrame {...props} form={form} list="certifications">
      <TextField label={fieldWords.name} autoComplete="off" {...field('name')} />
      <IdField form={form} isNew={id === null} />
      <TextArea label={fieldWords.aliases} hint="One a line." optional {...field('aliases')} />
      {printedFields.map((name) => (
        <TextField key={name} label={fieldWords[name]} optional autoComplete="off" {...field(name)} />
      ))}
      <Select
        label={fieldWords.replacedBy}
        options={[{ value: '', label: 'Nothing: it stands' }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
        {...field('replacedBy')}
      />
      <CertifiedRoles {...field('roles')} errorAt={form.errorAt} />
      <ChooseEntries
        label={fieldWords.skills}
        hint="It is evidence for them, never a level by itself."
        options={pack.skills}
        {...field('skills')}
      />
      <SourcesField {...field('sources')} errorAt={form.errorAt} />
    </EntryFrame>
  )
}
