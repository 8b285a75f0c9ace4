import { answerModal } from '../cards/answer-modal.ts'
import { card } from '../cards/card.ts'
import { errorLine } from '../cards/error-line.ts'
import { factsForm, formCorrections } from '../cards/facts-form.ts'
import { fullTable } from '../cards/full-table.ts'
import { homeView } from '../cards/home-view.ts'
import { keptCards } from '../cards/kept-cards.ts'
import { loadingModal } from '../cards/loading-modal.ts'
import { plainCard, withoutCharts } from '../cards/plain-card.ts'
import { sourcesModal } from '../cards/sources-modal.ts'
import { decodeState, stateProblem } from '../cards/state.ts'
import { tableModal } from '../cards/table-modal.ts'
import { topicsModal } from '../cards/topics-modal.ts'
import { whichComparison } from '../cards/which-comparison.ts'
import { whyModal } from '../cards/why-modal.ts'
import type { Knowledge } from '../core/domain/knowledge.ts'
import type { Views } from './bot.ts'

/** The cards on this knowledge, with the command as installed. */
export function knowledgeViews(knowledge: Knowledge, command: string): Views {
  return {
    card: keptCards((answer, context) => card(knowledge, answer, context)),
    withoutCharts,
    plain: plainCard,
    fullTable,
    why: (answer, context) => whyModal(knowledge, answer, context),
    sources: sourcesModal,
    topics: () => topicsModal(knowledge),
    answerModal: (answer, context) => answerModal(knowledge, answer, context),
    tableModal,
    form: (form, context) => factsForm(knowledge, form, context),
    corrections: (before, chosen) => formCorrections(knowledge, before, chosen),
    loading: loadingModal,
    home: (context) => homeView(knowledge, context),
    errorLine,
    whichComparison: (slugs) => whichComparison(command, slugs),
    decode: (state) => decodeState(knowledge, state),
    problem: (decoded) => stateProblem(decoded, command),
  }
}
