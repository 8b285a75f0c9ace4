import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { graphLines } from '../../../src/cli/knowledge/graph.ts'
import { UsageError } from '../../../src/cli/knowledge/usage-error.ts'
import type { Knowledge } from '../../../src/core/domain/knowledge.ts'
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts'

const root = join(import.meta.dirname, '../../..')
const shipped = loadKnowledge(join(root, 'knowledge'))
const slugs = shipped.comparisons.map(({ slug }) => slug)

/** A label in quotes, without any sign that Mermaid would read otherwise. */
const label = '"((?:[^"#&<>`\\\\]|#\\d+;)+)"'
const id = '([A-Za-z]+-[fro]\\d+)'
const box = new RegExp(`^    ${id}(?:\\(\\[${label}\\]\\)|\\[${label}\\]|\\{\\{${label}\\}\\})$`)
const edge = new RegExp(`^    ${id} (-->|-\\. not \\.->) ${id}$`)

interface Tier {
  title: string
  boxes: Map<string, string>
  edges: [from: string, to: string][]
}

/** The tiers of a diagram, read strictly: any line of another form is an error. */
function parsed(lines: readonly string[]): Tier[] {
  const [layout = '', head, ...rest] = lines
  const [, config = ''] = /^%%\{init: (\{.*\})\}%%$/.exec(layout) ?? []
  JSON.parse(config)
  expect(head).toBe('flowchart LR')
  const tiers: Tier[] = []
  let open: Tier | undefined
  for (const line of rest) {
    const begin = new RegExp(`^  subgraph [A-Za-z]+\\[${label}\\]$`).exec(line)
    const [, boxId = '', ...names] = box.exec(line) ?? []
    const [, from = '', , to = ''] = edge.exec(line) ?? []
    if (begin && !open) open = { title: begin[1] ?? '', boxes: new Map(), edges: [] }
    else if (line === '  end' && open) {
      tiers.push(open)
      open = undefined
    } else if (open && boxId) {
      expect(open.boxes.has(boxId), `${boxId} twice`).toBe(false)
      open.boxes.set(boxId, names.find(Boolean) ?? '')
    } else if (open && from) {
      expect([...open.boxes.keys()]).toEqual(expect.arrayContaining([from, to]))
      open.edges.push([from, to])
    } else if (line !== '    direction LR' || !open) throw new Error(`No line of a flowchart: ${line}`)
  }
  expect(open).toBeUndefined()
  return tiers
}

describe('graphLines', () => {
  it.each(slugs)('draws every rule of %s from its facts to its option', (slug) => {
    const comparison = shipped.comparisons.find((each) => each.slug === slug)!
    const tiers = parsed(graphLines(shipped, slug))
    const drawn = tiers.flatMap(({ boxes }) => [...boxes.values()].map((name) => name.split(',')[0]))
    for (const rule of comparison.rules.rules) expect(drawn).toContain(rule.id)
    for (const { boxes, edges } of tiers) {
      const rules = [...boxes.keys()].filter((each) => each.includes('-r'))
      for (const rule of rules) {
        expect(edges.filter(([, to]) => to === rule).length).toBeGreaterThan(0)
        expect(edges.filter(([from]) => from === rule)).toHaveLength(1)
      }
    }
  })

  it('writes the strongest tier last, which Mermaid draws first', () => {
    expect(parsed(graphLines(shipped, slugs[0]!)).map(({ title }) => title[0])).toEqual(['D', 'C', 'B', 'A'])
  })

  it('draws what switches a rule off, and keeps any name inside its quotes', () => {
    const name = 'end "x" ] <b> #35; `y` & {z} \\ %% --> a'
    const [first] = shipped.comparisons
    const { rules } = first!.rules
    const knowledge: Knowledge = {
      ...shipped,
      catalogue: {
        ...shipped.catalogue,
        facts: shipped.catalogue.facts.map((fact) => (fact.id === 'edge' ? { ...fact, name } : fact)),
      },
      comparisons: [
        {
          ...first!,
          rules: { ...first!.rules, rules: rules.map((rule) => ({ ...rule, unless: ['edge'] })) },
        },
      ],
    }
    const lines = graphLines(knowledge, first!.slug)
    const names = parsed(lines).flatMap(({ boxes }) => [...boxes.values()])
    const told = names.map((each) => each.replace(/#(\d+);/g, (_, code) => String.fromCharCode(Number(code))))
    expect(told).toContain(name)
    expect(lines.filter((line) => line.includes('-. not .->'))).toHaveLength(rules.length)
  })

  it('refuses an unknown comparison with those there are', () => {
    expect(() => graphLines(shipped, 'zebra')).toThrow(UsageError)
    expect(() => graphLines(shipped, 'zebra')).toThrow(`only ${slugs.join(', ')}.`)
  })
})

describe('the diagram in the docs', () => {
  it('is what the knowledge gives today', () => {
    const page = 'docs/graph-node-vs-python.md'
    const anew = `npm run --silent knowledge -- graph node-vs-python --format markdown > ${page}`
    const committed = readFileSync(join(root, page), 'utf8')
    expect(committed, `${page} is old: run ${anew}`).toBe(
      `${graphLines(shipped, 'node-vs-python', 'markdown').join('\n')}\n`,
    )
  })
})
