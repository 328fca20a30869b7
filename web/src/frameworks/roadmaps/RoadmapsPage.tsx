import { FrameworkSection } from '../FrameworkSection.tsx'
import { Correspondences } from './Correspondences.tsx'
import { RoadmapCard } from './RoadmapCard.tsx'

/** The ways of learning that the documents draw, and what in two of them answers to each other. */
export function RoadmapsPage() {
  return (
    <FrameworkSection title="Roadmaps" subtitle="Ways of learning, each as one document draws it. They are never merged.">
      {(framework) => (
        <>
          {framework.pack.roadmaps.length === 0 && <p>The framework has no roadmaps.</p>}
          {framework.pack.roadmaps.map((roadmap) => (
            <RoadmapCard key={roadmap.id} roadmap={roadmap} framework={framework} />
          ))}
          <Correspondences pack={framework.pack} />
        </>
      )}
    </FrameworkSection>
  )
}
