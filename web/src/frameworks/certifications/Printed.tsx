import './Printed.css'

/** A figure or rating as it is printed, or that none is. */
export function Printed({ text }: { text: string | null | undefined }) {
  return text === null || text === undefined ? <span className="Printed-none">nothing printed</span> : <q>{text}</q>
}
