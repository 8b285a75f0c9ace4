import { factWords } from '../../cards/wording.ts'
import { rulebookOf } from '../../core/decision/rulebook.ts'
import { catalogueOf } from '../../core/domain/catalogue.ts'
import type { Comparison } from '../../core/domain/comparison.ts'
import type { FactId } from '../../core/domain/fact.ts'
import type { Knowledge } from '../../core/domain/knowledge.ts'
import { TIERS, type Tier } from '../../core/domain/tier.ts'
import { UsageError } from './usage-error.ts'

/** What a tier is called over its rules. */
const tiers: Readonly<Record<string, string>> = {
  must: 'House rules: before all guides',
  A: 'A: a clear win',
  B: 'B: what the team knows and what runs',
  C: 'C: a need, weaker than the team',
  D: 'D: only a leaning',
}

export const graphFormats = ['text', 'markdown'] as const
/** The diagram alone, or a page that shows it. */
export type GraphFormat = (typeof graphFormats)[number]

/** One rule as it is drawn: boxes on its left, its own label, options on its right. */
interface Drawn {
  tier: Tier
  label: string
  when: readonly string[]
  unless: readonly string[]
  options: readonly string[]
}

/** Rows lie close, so that a comparison of two options fits a screen. */
const layout =
  '%%{init: {"flowchart": {"nodeSpacing": 5, "rankSpacing": 90, "padding": 5, "wrappingWidth": 400, "subGraphTitleMargin": {"top": 2, "bottom": 14}}}}%%'

/**
 * A comparison's rules as a Mermaid flowchart, tier by tier: facts, then rules with how many sources back them, then
 * options. An option, and a fact that several tiers use, stands in each of them, so that no line crosses a tier.
 * Throws a UsageError for an unknown slug.
 */
export function graphLines(knowledge: Knowledge, slug: string, format: GraphFormat = 'text'): string[] {
  const comparison = knowledge.comparisons.find((each) => each.slug === slug)
  if (!comparison) {
    const slugs = knowledge.comparisons.map((each) => each.slug)
    throw new UsageError(`There is no comparison ${slug}, only ${slugs.join(', ')}.`)
  }
  const rules = drawnRules(knowledge, comparison)
  // Mermaid draws the last one first.
  const drawn = TIERS.filter((tier) => rules.some((rule) => rule.tier === tier)).reverse()
  const diagram = [
    layout,
    'flowchart LR',
    ...drawn.flatMap((tier) =>
      tierLines(
        tier,
        rules.filter((rule) => rule.tier === tier),
      ),
    ),
  ]
  return format === 'text' ? diagram : page(comparison, diagram)
}

/** The diagram on a page that tells how it is read, and how it is written anew. */
function page({ title, slug, voices }: Comparison, diagram: readonly string[]): string[] {
  return [
    `# ${title}: what pulls where`,
    '',
    `Facts on the left, the rule that each makes fire with the number of ${voices.many} behind it, and the option that it`,
    'pulls to. A tier outranks those below it. Written by',
    `\`npm run --silent knowledge -- graph ${slug} --format markdown\`.`,
    '',
    '```mermaid',
    ...diagram,
    '```',
  ]
}

function tierLines(tier: Tier, rules: readonly Drawn[]): string[] {
  const numbered = rules.map((rule, at) => ({ ...rule, id: `${tier}-r${at + 1}` }))
  const facts = numberedNames(
    `${tier}-f`,
    rules.flatMap(({ when, unless }) => [...when, ...unless]),
  )
  const options = numberedNames(
    `${tier}-o`,
    rules.flatMap((rule) => rule.options),
  )
  return [
    `  subgraph ${tier}[${quoted(tiers[tier] ?? tier)}]`,
    '    direction LR',
    ...[...facts].map(([name, id]) => `    ${id}([${quoted(name)}])`),
    ...numbered.map(({ id, label }) => `    ${id}[${quoted(label)}]`),
    ...[...options].map(([name, id]) => `    ${id}{{${quoted(name)}}}`),
    ...numbered.flatMap((rule) => [
      ...rule.when.map((fact) => `    ${facts.get(fact)} --> ${rule.id}`),
      ...rule.unless.map((fact) => `    ${facts.get(fact)} -. not .-> ${rule.id}`),
      ...rule.options.map((option) => `    ${rule.id} --> ${options.get(option)}`),
    ]),
    '  end',
  ]
}

/** Short ids for names, each once, since a name may hold anything. */
function numberedNames(prefix: string, names: readonly string[]): Map<string, string> {
  return new Map([...new Set(names)].map((name, at) => [name, `${prefix}${at + 1}`]))
}

/** Rules that hold for each option alike are drawn once, in their own tier. */
function drawnRules(knowledge: Knowledge, comparison: Comparison): Drawn[] {
  const names = new Map(comparison.options.map(({ id, name }) => [id, name]))
  const catalogue = catalogueOf(knowledge.catalogue, comparison)
  const word = (id: FactId) => factWords(knowledge, comparison, id).name
  const { rules, standing } = rulebookOf(comparison, catalogue)
  const backed = (label: string, guides: number) => {
    const { one, many } = comparison.voices
    return guides > 0 ? `${label}, ${guides} ${guides === 1 ? one : many}` : label
  }
  const [first] = comparison.options
  const ofEach = ['team', 'existing'].flatMap((kind): Drawn[] => {
    const pull = standing.get(`${kind}/${first?.id}`)
    if (!pull) return []
    const { tier, guides } = pull.outcome
    const name = catalogue.facts.find(({ id }) => id === kind)?.name ?? kind
    return [
      {
        tier,
        label: backed(kind, guides.length),
        when: [name.replaceAll('{option}', 'one of them')],
        unless: [],
        options: ['That one'],
      },
    ]
  })
  const own = rules.map(
    ({ when, unless, outcome }): Drawn => ({
      tier: outcome.tier,
      label: backed(outcome.rule, outcome.guides.length),
      when: when.length > 0 ? when.map(word) : ['Always'],
      unless: unless.map(word),
      options: [names.get(outcome.option) ?? outcome.option],
    }),
  )
  return [...ofEach, ...own]
}

/** A label that Mermaid reads as text alone. */
function quoted(text: string): string {
  const escaped = text.replace(/\s+/g, ' ').replace(/[#"&<>`\\]/g, (sign) => `#${sign.charCodeAt(0)};`)
  return `"${escaped}"`
}
