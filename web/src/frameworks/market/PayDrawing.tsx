import { seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { type PayColumn, type PaySpan, paySpans } from './pay-bands.ts'

/** The spans of one currency over each other. It draws what the table beside it says, so it is silent. */
export function PayDrawing({ column }: { column: PayColumn }) {
  const spans = paySpans(column)
  return (
    <figure className="PayDrawing" aria-hidden="true">
      <figcaption>
        {column.unit}, {column.title}
      </figcaption>
      {seniority.options.map((one) => (
        <div key={one} className="PayDrawing-row">
          <span>{one}</span>
          {spans[one].length === 0 ? (
            <span className="PayBands-none">none given</span>
          ) : (
            <svg height="18">
              {spans[one].map((span) => (
                <Span key={`${span.from} ${span.to}`} span={span} />
              ))}
            </svg>
          )}
        </div>
      ))}
    </figure>
  )
}

/** A bar, or a point where one number is printed, with an arrow where the upper end is open. */
function Span({ span: { from, to, open } }: { span: PaySpan }) {
  return (
    <>
      {from === to ? <circle cx={`${to}%`} cy="9" r="5" /> : <rect x={`${from}%`} y="4" width={`${to - from}%`} height="10" rx="2" />}
      {open && (
        <svg x={`${to}%`} overflow="visible">
          <path d="M4 9h18m-5 -4 5 4 -5 4" />
        </svg>
      )}
    </>
  )
}
