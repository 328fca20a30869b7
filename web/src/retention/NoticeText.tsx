import './NoticeText.css'

/** The purpose text: paragraphs are parted by an empty line. */
export function NoticeText({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/)
  return (
    <div className="NoticeText">
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  )
}
