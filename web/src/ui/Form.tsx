import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import type { Form as FormState } from './form.ts'
import { Notice } from './Notice.tsx'
import './Form.css'

interface FormProps<Values extends object> {
  form: FormState<Values>
  /** What the main button says. */
  submit: string
  /** Further buttons, such as one to cancel. */
  actions?: ReactNode
  children: ReactNode
}

/** A form over `useForm`: fields below each other, what is wrong with the whole, and the button that sends it. */
export function Form<Values extends object>({ form, submit, actions, children }: FormProps<Values>) {
  return (
    <form className="Form" noValidate onSubmit={form.onSubmit}>
      {children}
      {form.problem !== undefined && <Notice kind="error">{form.problem}</Notice>}
      <div className="Form-actions">
        <Button type="submit" variant="primary" busy={form.sending}>
          {submit}
        </Button>
        {actions}
      </div>
    </form>
  )
}
