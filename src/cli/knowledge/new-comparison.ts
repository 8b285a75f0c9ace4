import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isSlug } from '../../knowledge/slug.ts'
import { placeholders } from './placeholders.ts'
import { UsageError } from './usage-error.ts'

/**
 * Writes a comparison that passes the check, which warns of what is to be filled: every file that is needed with one example of each thing.
 * The slug names the options, as in `left-vs-right` or `one-vs-two-vs-three`. It stands in the last folder, its schemas
 * in the first. Gives the names of the files; throws a
 * UsageError for a slug that names no options, or where the folder exists.
 */
export function newComparison(folders: readonly string[], slug: string, today: string): string[] {
  const options = slug.split('-vs-')
  if (options.length < 2 || !options.every(isSlug)) {
    throw new UsageError(`A comparison is named by its options, such as left-vs-right, not ${slug}.`)
  }
  const folder = join(folders.at(-1) ?? '', slug)
  if (existsSync(folder)) throw new UsageError(`${folder} is there already.`)
  mkdirSync(folder, { recursive: true })
  const schemas = relative(folder, join(folders[0] ?? '', 'schemas')).replaceAll('\\', '/')
  return Object.entries(filesOf(options, today)).map(([name, text]) => {
    const file = join(folder, name)
    const schema = `# yaml-language-server: $schema=${schemas}/${name.replace('.yml', '.json')}\n`
    writeFileSync(file, name.endsWith('.yml') ? schema + text : text)
    return file
  })
}

function filesOf(options: readonly string[], today: string): Record<string, string> {
  const [first = '', second = ''] = options
  const names = options.map(titled)
  const title = names.join(' vs ')
  return {
    'comparison.yml': `title: ${quoted(title.slice(0, 48))}
${placeholders.owner}
reviewBy: "${nextYear(today)}"
${placeholders.subject}
counted: [primary, report, vendor-guide]
voices: { one: source, many: sources }
options:
${options.map((id, at) => `  - { id: ${id}, name: ${quoted((names[at] ?? id).slice(0, 20))}, aliases: [${id}], frameworks: [] }`).join('\n')}
# Questions that show how to ask, at most 40 characters each.
examples: ["what is ${first.slice(0, 20)}?", "what is ${second.slice(0, 20)}?"]
overview:
  answer: "It depends on the team: neither fits all."
  ask: What are you building?
  cases:
    - { label: Live, facts: [real-time], line: Live updates for many people, pick: ${first} }
    - { label: Plain API, facts: [crud-only], line: Plain API, pick: either, instead: the one you know }
  criteria: [first-criterion]
`,
    'sources.yml': `- id: ${first}-docs
  title: The documentation of ${quotedName(names[0])}
  ${placeholders.publisher}
  date: "${today.slice(0, 7)}"
  checked: "${today}"
  ${placeholders.address}
  grade: primary
  interest: Its own project.
`,
    'rules.yml': `team:
  because: A known tool makes fewer mistakes than a better one.
  cites: ["${first}-docs#teams"]
existing:
  because: What runs in {option} stays.
  cites: ["${first}-docs#staying"]
either:
  because: Nothing separates them here, so take the one you know.
  cites: ["${first}-docs#either"]
deadlock: { text: A deadlock means that the difference is small. Take the one you know., cites: ["${first}-docs#either"] }
both:
  because: Each does its own part.
  cites: ["${first}-docs#both"]
rules:
${options.map((id, at) => `  - { id: rule-for-${id}, tier: ${at === 0 ? 'A' : 'C'}, option: ${id}, when: [${facts[at % facts.length]}], ${placeholders.because}, cites: ["${first}-docs#section"] }`).join('\n')}
`,
    'criteria.yml': `- id: first-criterion
  ${placeholders.criterion}
  short: Criterion
  ${placeholders.answer} ${quotedName(names[0])} is the better fit."
  cites: ["${first}-docs#section"]
  positions:
    - { guide: ${first}-docs, winner: ${first}, at: ["${first}-docs#section"], says: { ${options.map((id) => `${id}: ${placeholders.says}`).join(', ')} } }
  facts: [real-time]
`,
    'faq.yml': `${options.map((id, at) => `- id: what-is-${id}\n  title: What is ${quotedName(names[at])}?\n  answer: "${quotedName(names[at])} ${placeholders.meaning}\n  cites: ["${first}-docs#about"]`).join('\n')}
`,
    'wordings.tsv': [
      '# entry<TAB>wording',
      ...[placeholders.difference, placeholders.compared, placeholders.better].map(
        (wording) => `criterion/first-criterion\t${wording}`,
      ),
      ...options.flatMap((id) =>
        [`what is ${id}`, `explain ${id} to me`, `${id} in one sentence`].map(
          (wording) => `faq/what-is-${id}\t${wording}`,
        ),
      ),
      '',
    ].join('\n'),
  }
}

/** Shared facts on which the example rules rest. */
const facts = ['real-time', 'cpu-numeric', 'high-concurrency-io', 'data-side-job']

function titled(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1)
}

/** In quotes, for YAML. */
function quoted(text: string): string {
  return JSON.stringify(text)
}

/** Inside another text: a name of letters, digits and hyphens needs no quotes. */
function quotedName(name: string | undefined): string {
  return (name ?? '').slice(0, 16)
}

function nextYear(today: string): string {
  return `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`.replace('02-29', '02-28')
}
