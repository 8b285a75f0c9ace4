import { z } from 'zod'
import type { Engine } from '../../src/core/engine.ts'
import type { Count } from './measures.ts'
import { AS_OF } from './score.ts'
import { type Half, LabelledFact, readLines } from './sets.ts'

const Sentence = z.object({ id: z.string(), text: z.string(), facts: z.array(LabelledFact) })

type Fact = Pick<z.infer<typeof LabelledFact>, 'id' | 'value' | 'counted'>

export interface SentenceMeasures {
  /** Facts read that are labelled, whatever is said of them. */
  found: Count
  /** Labelled facts that are read. */
  recalled: Count
  /** Of both: yes, no, past, or open (a wish, a question, somebody else's, a proposal) as labelled. */
  polarity: Count
}

/** Reads single sentences of a team's discussion, each alone in a thread. */
export function sentences(engine: Engine, half: Half): SentenceMeasures {
  const found = { part: 0, whole: 0 }
  const recalled = { part: 0, whole: 0 }
  const polarity = { part: 0, whole: 0 }
  for (const { text, facts } of readLines(`sentences/${half}.jsonl`, Sentence)) {
    const said = [{ text, author: 'ana', authorId: 'ana' }, { text: 'what should we pick?' }]
    const { facts: given } = engine.read(said, {
      ...engine.comparisons[engine.broadest]!,
      asOf: AS_OF,
    })
    const read = new Map<string, Fact>(given.map((fact) => [fact.id, fact]))
    found.whole += read.size
    for (const label of facts) {
      recalled.whole++
      const fact = read.get(label.id)
      if (!fact) continue
      found.part++
      recalled.part++
      polarity.whole++
      if (how(fact) === how(label)) polarity.part++
    }
  }
  return { found, recalled, polarity }
}

function how({ value, counted }: Fact): string {
  if (value === 'past') return 'past'
  return counted && (value === 'yes' || value === 'no') ? value : 'open'
}
