import {
  correctionsOf,
  type FormFact,
  type FormValue,
  formFacts,
  optionsOf,
  optionsValue,
} from '../core/decision/form-facts.ts'
import type { Correction } from '../core/decision/given.ts'
import type { Verdict } from '../core/domain/answer.ts'
import { catalogueOf } from '../core/domain/catalogue.ts'
import type { Comparison } from '../core/domain/comparison.ts'
import type { Fact, FactId, ReadFact } from '../core/domain/fact.ts'
import { actions, button, section, smallPrint, withSelect } from './blocks.ts'
import type { Block, Button, CardContext, CardKnowledge, ModalView } from './card-types.ts'
import { actionIds, callbackIds } from './ids.ts'
import { modal } from './loading-modal.ts'
import { bold, cut, escapeText } from './mrkdwn.ts'
import { withoutTables } from './plain-card.ts'
import { quoted } from './read-facts.ts'
import { encodeState, stateOf } from './state.ts'
import { readLine, verdictCard } from './verdict.ts'
import { factWords, listed, pickName, reasonWords } from './wording.ts'

/** What a form's facts were changed to, by the ids of its questions; what is missing stands as it was. */
export type Chosen = Readonly<Record<FactId, FormValue>>

/** How a form is shown, and what its buttons do. */
export interface FormView {
  title: string
  /** The verdict on the facts that the form began with. */
  before: Verdict
  /** The verdict on the facts as they are chosen now. */
  now: Verdict
  chosen: Chosen
  /** All questions instead of the first. */
  all: boolean
  /** What the submit button does, at most 24 characters; without it the form has none, since nothing was weighed. */
  submit?: string
  close: string
  /** The caller's, at most 3,000 characters: ids and values. */
  metadata: string
}

const advice = {
  read: 'Change what is wrong: the verdict above follows.',
  empty: 'Say what holds: the verdict above follows.',
  unstated: 'Say what holds: a verdict follows.',
}
/** In the place of a verdict, where a thread states nothing. */
const unstated = [
  bold('Nothing in this thread states a need.'),
  'It helps to write there what it must do, and who builds it.',
].join('\n')
/** Questions shown at first. */
const mostShown = 8
/** Things said of one fact that are quoted below its name. */
const mostSaid = 2
const optionLength = 75

/**
 * The one form of facts: what the verdict on them is, then each fact with the words that gave it and what it is held
 * to be, changed ones marked. Every change is a press, so that the verdict above follows.
 */
export function factsForm(knowledge: CardKnowledge, form: FormView, context: CardContext): ModalView {
  const { before, now, chosen } = form
  const catalogue = catalogueOf(knowledge.catalogue, before.comparison)
  const questions = formFacts(before.comparison, catalogue, before.facts)
  const shown = form.all ? questions : questions.slice(0, mostShown)
  const left = questions.length - shown.length
  const advised = before.facts.length > 0 ? advice.read : form.submit ? advice.empty : advice.unstated
  const view = modal(form.title, callbackIds.form, [
    ...(form.submit ? verdictBlocks(knowledge, now, context) : [section(unstated)]),
    smallPrint([readLine(now), advised, escapeText(context.note ?? '')].filter(Boolean).join('\n')),
    ...shown.map((each) =>
      questionBlock(knowledge, before, each, chosen[each.fact.id] ?? each.value, context),
    ),
    actions(buttons(now, context, left)),
  ])
  return {
    ...view,
    private_metadata: form.metadata,
    close: { type: 'plain_text', text: form.close, emoji: false },
    ...(form.submit ? { submit: { type: 'plain_text', text: form.submit, emoji: false } } : {}),
  }
}

/** What somebody corrects who leaves a form that began with this verdict. */
export function formCorrections(knowledge: CardKnowledge, before: Verdict, chosen: Chosen): Correction[] {
  const { comparison, facts } = before
  return correctionsOf(comparison, catalogueOf(knowledge.catalogue, comparison), facts, chosen)
}

const questionPrefix = 'fact/'

/** What stands chosen in a submitted or pressed form, read from Slack's `state.values`. */
export function chosenIn(values: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Chosen {
  return Object.fromEntries(
    Object.entries(values).flatMap(([block, group]) => {
      const value = selectedValue(group[actionIds.fact])
      return block.startsWith(questionPrefix) && value !== undefined
        ? [[block.slice(questionPrefix.length), value]]
        : []
    }),
  )
}

function selectedValue(element: unknown): string | undefined {
  const option = field(element, 'selected_option')
  const value = field(option, 'value')
  return typeof value === 'string' ? value : undefined
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

/** How the card of the verdict begins: line one, because, what would change it; in a dispute its readings. */
function verdictBlocks(knowledge: CardKnowledge, verdict: Verdict, context: CardContext): Block[] {
  const { blocks } = verdictCard(knowledge, verdict, { ...context, surface: 'home' })
  const [first, second] = blocks
  const readings = verdict.readings.length > 0 && second?.type === 'table' ? withoutTables([second]) : []
  return first ? [first, ...readings] : []
}

function buttons(now: Verdict, context: CardContext, left: number): Button[] {
  const why = button(actionIds.why, 'Why?', encodeState(stateOf(now, context)))
  return left > 0 ? [button(actionIds.moreFacts, `${left} more facts`), why] : [why]
}

/** One question: its name, whether it was changed, what was said of it; beside it what it is held to be. */
function questionBlock(
  knowledge: CardKnowledge,
  { comparison }: Verdict,
  { fact, said, value }: FormFact,
  chosen: FormValue,
  context: CardContext,
): Block {
  const name = fact.perOption ? fact.question : fact.name
  const mark = chosen === value ? '' : ` · changed from ${escapeText(label(comparison, fact, value))}`
  const lines = said
    .slice(0, mostSaid)
    .map((each) => saidLine(knowledge, comparison, each, context))
    .filter(Boolean)
  if (said.length > mostSaid) lines.push(`+${said.length - mostSaid} more said of it`)
  // What nobody spoke of is asked in full; of a fact per option that stands above.
  if (said.length === 0 && !fact.perOption) lines.push(escapeText(fact.question))
  const wanted = fact.perOption ? optionValues(comparison, [value, chosen]) : ['yes', 'no', 'maybe']
  return withSelect(
    [`${bold(escapeText(name))}${mark}`, ...lines].join('\n'),
    `${questionPrefix}${fact.id}`,
    actionIds.fact,
    cut(name, optionLength),
    wanted.map((each) => ({ label: cut(label(comparison, fact, each), optionLength), value: each })),
    chosen,
  )
}

/** Each option, all, none, unknown; and what stands there, where it is another set of options. */
function optionValues(comparison: Comparison, standing: readonly FormValue[]): FormValue[] {
  const single = comparison.options.map(({ id }) => optionsValue(comparison, [id]))
  return [...new Set([...single, 'yes', ...standing, 'no', 'maybe'])]
}

function label(comparison: Comparison, { perOption }: Fact, value: FormValue): string {
  if (value === 'maybe') return 'Not known'
  if (!perOption) return value === 'yes' ? 'Yes' : 'No'
  if (value === 'no') return 'None'
  if (value === 'yes') return comparison.options.length > 2 ? 'All' : 'Both'
  return listed(optionsOf(comparison, value).map((id) => pickName(comparison, id)))
}

/** `"many screens" Ann, 10:02`, with the option that it is about and why it does not count. */
function saidLine(
  knowledge: CardKnowledge,
  comparison: Comparison,
  fact: ReadFact,
  context: CardContext,
): string {
  const option = fact.id.split('/')[1]
  const whose = option === undefined ? '' : `${escapeText(pickName(comparison, option))}: `
  const reason = fact.counted ? (fact.value === 'no' ? ' (as no)' : '') : ` (${reasonWords(fact.reason)})`
  if (fact.quote !== undefined) return `${whose}${quoted(fact, context)}${reason}`
  const { name } = factWords(knowledge, comparison, fact.id)
  if (option === undefined) return fact.grade === 'given' ? 'Given on the card' : ''
  return escapeText(fact.value === 'yes' ? name : `${name}: ${fact.value === 'no' ? 'no' : 'not known'}`)
}
