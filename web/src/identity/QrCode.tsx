import { generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'
import './QrCode.css'

/** Dark on light in every theme, with the quiet margin of four modules that scanners need. */
export default function QrCode({ text, label }: { text: string; label: string }) {
  const code = generate(text)
  const side = code.size + 8
  return (
    <svg className="QrCode" role="img" aria-label={label} viewBox={`-4 -4 ${side} ${side}`} shapeRendering="crispEdges">
      <rect className="QrCode-paper" x="-4" y="-4" width={side} height={side} />
      <path d={toSvgPath(code)} />
    </svg>
  )
}
