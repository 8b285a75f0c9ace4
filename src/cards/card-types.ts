import type { types } from '@slack/bolt'
import type { Correction } from '../core/decision/given.ts'
import type { Since } from '../core/decision/since.ts'
import type { FactId } from '../core/domain/fact.ts'
import type { Knowledge } from '../core/domain/knowledge.ts'
import type { Message } from '../core/domain/question.ts'

/** Bars that Slack draws. Bolt's types do not know the block yet: docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export interface ChartBlock {
  type: 'data_visualization'
  title: string
  chart: {
    type: 'bar'
    series: { name: string; data: { label: string; value: number }[] }[]
    axis_config: { categories: string[]; y_label: string }
  }
}

export type Block = types.KnownBlock | ChartBlock
export type ModalView = types.ModalView
export type HomeView = types.HomeView
export type Button = types.Button
export type Overflow = types.Overflow
export type Element = types.ActionsBlockElement | types.SectionBlockAccessory

/** What views need of the knowledge: words of facts, and the comparisons. */
export type CardKnowledge = Pick<Knowledge, 'catalogue' | 'comparisons'>

/** A message as Slack takes it: the text is what screen readers and notifications read. */
export interface Card {
  text: string
  blocks: Block[]
  /** Where a message keeps what is needed to answer again. */
  metadata?: types.MessageMetadata
}

export type Surface = 'private' | 'channel' | 'thread' | 'dm' | 'home'

/** What a card must know beyond its answer. */
export interface CardContext {
  /** The slash command as installed: every example is built from it. */
  command: string
  surface: Surface
  /** Day of the question, YYYY-MM-DD: the age of sources is counted from it. */
  asOf: string
  /** User id of whoever asked; may remove the card. */
  asker?: string
  /** Set on a shared copy: who shared it, and what was asked where the caller still knows it. */
  sharedBy?: { user: string; asked?: string }
  /** Set when a pressed choice led here: whose press it was and what its label said. */
  answered?: { user?: string; label: string }
  /** Set when somebody's corrections led here: whose and which. */
  corrected?: { user?: string; corrections: readonly Correction[] }
  /** Questions that somebody answered with "not sure": they are not asked again. */
  unsure?: readonly FactId[]
  /** Set where the same thread was answered before: what changed, and where the earlier card stands. */
  since?: Since & { time?: string; permalink?: string }
  /** Plain name of a person; never a mention. */
  people: (authorId: string) => string
  /** The discussion that facts point into; absent after a restart or outside threads. */
  thread?: readonly Message[]
  /** One line that the caller must say: a missing permission, what could not be read. */
  note?: string
}
