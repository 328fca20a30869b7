import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { type PlacedFlaws, flawsOfIssues, flawsOfRefusal, placeFlaws, withoutFlawsOf, wordsForIssue } from './form-errors.ts'

export interface FormOptions<Values extends object, Schema extends z.ZodType> {
  /** The contract's own schema of the body. */
  schema: Schema
  /** What the fields hold at first, as the fields hold it: mostly text. */
  initial: Values
  /** Makes the body of what the fields hold, where the two differ: numbers from text, nothing from blank. */
  toBody?: (values: Values) => unknown
  /** Sends what the schema made of it. A refusal that names fields is shown at them. */
  send: (body: z.output<Schema>) => Promise<unknown>
}

export interface FieldBinding<Value> {
  name: string
  value: Value
  onChange: (value: Value) => void
  error: string | undefined
}

export interface Form<Values extends object> {
  values: Values
  change: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void
  /** Props for a field: `<TextField label="Name" {...form.field('name')} />`. */
  field: <Name extends keyof Values & string>(name: Name) => FieldBinding<Values[Name]>
  /** The error at a place within a value, such as `people/3/email`, for parts that have their own control. */
  errorAt: (path: string) => string | undefined
  /** What is wrong but belongs to no field on the screen. */
  problem: string | undefined
  sending: boolean
  /** Something was changed since `initial` or the last success. */
  dirty: boolean
  reset: (values?: Values) => void
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

// A group of radio buttons is invalid as a whole; focus goes to the first of them.
const firstInvalid = '[aria-invalid="true"]:not(fieldset), [aria-invalid="true"] input'
const nothingWrong: PlacedFlaws = { fields: {}, rest: [] }

/** State that mirrors a form and becomes the contract's body on submit. Nothing entered is lost when sending fails. */
export function useForm<Values extends object, Schema extends z.ZodType>(options: FormOptions<Values, Schema>): Form<Values> {
  const [start, setStart] = useState(options.initial)
  const [values, setValues] = useState(options.initial)
  const [flaws, setFlaws] = useState(nothingWrong)
  const [failures, setFailures] = useState(0)
  const [sending, setSending] = useState(false)
  const busy = useRef(false)
  const element = useRef<HTMLFormElement>(null)
  const names = new Set<string>()

  useEffect(() => {
    if (failures > 0) element.current?.querySelector<HTMLElement>(firstInvalid)?.focus()
  }, [failures])

  const fail = (found: PlacedFlaws): void => {
    setFlaws(found)
    setFailures((count) => count + 1)
  }

  const errorAt = (path: string): string | undefined => {
    names.add(path)
    return flaws.fields[path]
  }
  const change = <Name extends keyof Values & string>(name: Name, value: Values[Name]): void => {
    setValues((now) => ({ ...now, [name]: value }))
    setFlaws((now) => withoutFlawsOf(now, [name]))
  }
  const submit = async (): Promise<void> => {
    if (busy.current) return
    const body = options.schema.safeParse(options.toBody?.(values) ?? values, { error: wordsForIssue })
    if (!body.success) return fail(placeFlaws(flawsOfIssues(body.error.issues), names))
    busy.current = true
    setSending(true)
    setFlaws(nothingWrong)
    try {
      await options.send(body.data)
      setStart(values)
    } catch (error) {
      fail(flawsOfRefusal(error, names))
    } finally {
      busy.current = false
      setSending(false)
    }
  }
  return {
    values,
    change,
    field: (name) => ({ name, value: values[name], onChange: (value) => change(name, value), error: errorAt(name) }),
    errorAt,
    problem: flaws.rest.length === 0 ? undefined : flaws.rest.join(' '),
    sending,
    dirty: values !== start,
    reset: (next = start) => {
      setStart(next)
      setValues(next)
      setFlaws(nothingWrong)
    },
    onSubmit: (event) => {
      event.preventDefault()
      element.current = event.currentTarget
      void submit()
    },
  }
}
