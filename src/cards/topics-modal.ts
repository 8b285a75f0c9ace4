import type { Comparison } from '../core/domain/comparison.ts'
import type { Entry, TopicKind } from '../core/domain/entry.ts'
import { actions, section, select, smallPrint } from './blocks.ts'
import type { Block, CardKnowledge, ModalView } from './card-types.ts'
import { actionIds, callbackIds, numberedAction } from './ids.ts'
import { modal } from './loading-modal.ts'
import { escapeText } from './mrkdwn.ts'
import { stateButton } from './state-button.ts'
import { capitalized, counted, listed, ownerLine } from './wording.ts'

/** Kinds of topics in the order of the lists, with the name of each list. */
export const topicKinds: readonly (readonly [TopicKind, string])[] = [
  ['criterion', 'Criteria'],
  ['faq', 'Questions'],
  ['scenario', 'Situations'],
  ['table', 'Tables'],
  ['migration', 'Migration'],
  ['polyglot', 'Using several'],
  ['note', 'Notes'],
]
const optionsPerSelect = 100

/** All topics by kind, each kind a list to choose from. */
export function topicsModal(knowledge: CardKnowledge): ModalView {
  return modal(
    'All topics',
    callbackIds.topics,
    knowledge.comparisons
      .flatMap((comparison) => [
        ...comparisonBlocks(comparison),
        smallPrint(escapeText(ownerLine(comparison))),
      ])
      .slice(0, 100),
  )
}

/** What one comparison covers, its overview and its topics, for the modal and for the Home tab. */
export function comparisonBlocks(comparison: Comparison): Block[] {
  const { slug, title, subject, options, entries } = comparison
  const overview = stateButton(
    numberedAction(actionIds.showEntry, 0),
    'Overview',
    { kind: 'comparison', slug, facts: {} },
    `Overview of ${title}`,
  )
  return [
    section(
      `*${escapeText(title)}*\n${escapeText(`${capitalized(subject)}: ${listed(options.map(({ name }) => name))}. ${counted(entries.length, 'topic')}.`)}`,
    ),
    actions([overview]),
    ...topicKinds.flatMap(([kind, name]) =>
      kindBlocks(
        slug,
        kind,
        name,
        entries.filter((entry) => entry.kind === kind),
      ),
    ),
  ]
}

function kindBlocks(slug: string, kind: TopicKind, name: string, entries: readonly Entry[]): Block[] {
  const blocks: Block[] = []
  for (let from = 0; from < entries.length; from += optionsPerSelect) {
    const some = entries.slice(from, from + optionsPerSelect)
    blocks.push(
      select(
        actionIds.showEntry,
        `topics/${slug}/${kind}/${from}`,
        `${name} (${some.length})`,
        some.map(({ entry, title }) => ({ label: title, value: entryValue(slug, entry) })),
      ),
    )
  }
  return blocks
}

/** The value of a topic in a list; Slack takes 75 characters, which a slug and an id stay below. */
export function entryValue(slug: string, entry: string): string {
  return `${slug} ${entry}`
}

/** Reads the value of a chosen topic. */
export function parseEntryValue(value: string): { slug: string; entry: string } {
  const [slug = '', entry = ''] = value.split(' ')
  return { slug, entry }
}
