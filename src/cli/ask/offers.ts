import type { Block } from '../../cards/card-types.ts'
import { menuChoice } from '../../cards/foot.ts'
import { actionIds } from '../../cards/ids.ts'

/** What a card's buttons and its menu offer, as words. What only a message in Slack can do is left out. */
export interface Offers {
  /** Labels of what answers the card: one-tap cases, answers to its question, topics to choose from. */
  choices: string[]
  /** What there is to read on: labels by action. */
  reading: Map<string, string>
  /** Titles of topics near to the answer. */
  near: string[]
  /** Whether the list of all topics is one press away, and the card leads to little else. */
  topics: boolean
}

const answering: readonly string[] = [actionIds.case, actionIds.choice, actionIds.showEntry]
const forReading: readonly string[] = [actionIds.why, actionIds.fullTable, actionIds.sources]

export function offersOf(blocks: readonly Block[]): Offers {
  const offers: Offers = { choices: [], reading: new Map(), near: [], topics: false }
  for (const element of blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))) {
    if (element.type === 'button') {
      const [action = ''] = (element.action_id ?? '').split('/')
      if (answering.includes(action)) offers.choices.push(element.text.text)
      if (forReading.includes(action)) offers.reading.set(action, element.text.text)
      if (action === actionIds.topics) offers.topics = true
    }
    for (const option of element.type === 'overflow' ? element.options : []) {
      const chosen = menuChoice(option.value ?? '')
      if (chosen?.choice === 'sources') offers.reading.set(actionIds.sources, option.text.text)
      if (chosen?.choice === 'full-table') offers.reading.set(actionIds.fullTable, option.text.text)
      if (chosen?.choice === 'entry') offers.near.push(option.text.text)
      if (chosen?.choice === 'topics') offers.topics = true
    }
  }
  return { ...offers, topics: offers.topics && offers.reading.size === 0 }
}

/** The offers as lines for a terminal, where nothing can be pressed: what to answer or ask next, and how to read on. */
export function offerLines({ choices, reading, near, topics }: Offers): string[] {
  const more = [...reading.values(), ...(topics ? ['All topics'] : [])]
  return [
    ...(choices.length > 0 ? [`To choose from: ${choices.join(' | ')}`] : []),
    ...(near.length > 0 ? [`Near to it: ${near.join(' | ')}`] : []),
    ...(more.length > 0 ? [`To read on, add --more: ${more.join(' | ')}`] : []),
  ]
}
