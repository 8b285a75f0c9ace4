import type { Card, CardContext, HomeView, ModalView } from '../cards/card-types.ts'
import type { Chosen, FormView } from '../cards/facts-form.ts'
import type { DecodedState } from '../cards/state.ts'
import type { Correction } from '../core/decision/given.ts'
import type { Answer, Verdict } from '../core/domain/answer.ts'
import type { Question } from '../core/domain/question.ts'
import type { Clients } from './clients.ts'
import type { OpenForms } from './form.ts'
import type { Log } from './log.ts'
import type { People } from './people.ts'
import type { Recall } from './recall.ts'
import type { Seen } from './seen.ts'
import type { SharedCards } from './shared-cards.ts'
import type { Threads } from './thread.ts'

/** The cards, with the knowledge already in hand. */
export interface Views {
  card(answer: Answer, context: CardContext): Card
  /** The same without charts, for when Slack refuses the blocks; null where there is none. */
  withoutCharts(card: Card): Card | null
  /** The same as plain sections, for when Slack refuses the blocks. */
  plain(card: Card): Card
  /** What each kind has to say in full, for whoever asks for it alone. */
  fullTable(answer: Answer, context: CardContext): Card | null
  why(answer: Answer, context: CardContext): ModalView
  sources(answer: Answer, context: CardContext): ModalView
  topics(): ModalView
  /** An answer where no message can show it: inside a modal. */
  answerModal(answer: Answer, context: CardContext): ModalView
  /** The full table where no message can show it: above another modal. Null where there is none. */
  tableModal(answer: Answer, context: CardContext): ModalView | null
  form(form: FormView, context: CardContext): ModalView
  /** What somebody corrects who leaves a form that began with this verdict. */
  corrections(before: Verdict, chosen: Chosen): Correction[]
  loading(title: string): ModalView
  home(context: CardContext): HomeView
  /** One escaped line that says what failed and the reference to find it by. */
  errorLine(reference: string, what: string): string
  /** One escaped line that says how to name one of several comparisons for the form of a case. */
  whichComparison(slugs: readonly string[]): string
  decode(state: string): DecodedState
  problem(decoded: Extract<DecodedState, { ok: false }>): string
}

/** What answers come from: knowledge of one version, as functions. */
export interface Says {
  answer(question: Question): Answer
  /** The answer that is an entry (`criterion/…`, `overview`) of a comparison; null where there is none. */
  entry(slug: string, entry: string): Answer | null
  views: Views
}

/** What the Slack layer is given. */
export interface Deps {
  /** The newest knowledge; whoever begins to answer asks once, and finishes on what it got. */
  says(): Says
  /** The slash command as installed. */
  command: string
  log: Log
  /** The day, YYYY-MM-DD: the only clock that answers see. */
  today(): string
}

/** What every listener works with, on one version of the knowledge. */
export interface Bot extends Says, Omit<Deps, 'says'> {
  clients: Clients
  seen: Seen
  threads: Threads
  people: People
  recall: Recall
  cards: SharedCards
  forms: OpenForms
  /** Answers through a response_url that Slack sent. */
  respondTo(url: string): Respond
  /** Address of the workspace, for links to messages; undefined until Slack told it. */
  site(): Promise<string | undefined>
}

/** The bot to begin an answer with: asked for once for each delivery. */
export type CurrentBot = () => Bot

export type Respond = (message: {
  text?: string
  blocks?: Card['blocks']
  response_type?: 'in_channel' | 'ephemeral'
  replace_original?: boolean
  delete_original?: boolean
  unfurl_links?: boolean
  unfurl_media?: boolean
}) => Promise<unknown>
