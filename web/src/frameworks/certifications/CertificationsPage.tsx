import { Section } from '../../ui/Section.tsx'
import { FrameworkSection } from '../FrameworkSection.tsx'
import { WhereFrom } from '../WhereFrom.tsx'
import { CertificationsTable } from './CertificationsTable.tsx'
import { Comparison } from './Comparison.tsx'

/** The certifications that the documents name, what is printed about each, and where two are set beside each other. */
export function CertificationsPage() {
  return (
    <FrameworkSection
      title="Certifications"
      subtitle="What the documents print about each, side by side and unconverted. A certificate is evidence, never a level by itself."
    >
      {({ pack, index }) => (
        <>
          <Section title={`${pack.certifications.length} certifications`}>
            <CertificationsTable pack={pack} index={index} />
          </Section>
          {pack.comparisons.map((comparison) => (
            <Comparison key={comparison.id} comparison={comparison} pack={pack} />
          ))}
          {pack.certificationNotes.length > 0 && (
            <Section title="What is said of certifications in general">
              <ul className="Notes">
                {pack.certificationNotes.map(({ id, text, sources }) => (
                  <li key={id}>
                    {text} <WhereFrom of={text} sources={sources} pack={pack} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
    </FrameworkSection>
  )
}
