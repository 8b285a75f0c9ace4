import { type Html, html } from './html.ts'
import {
  type Activity,
  botUser,
  type Conversation,
  type Manifest,
  type Message,
  type OpenView,
  type WorkspaceOptions,
} from './model.ts'
import { mrkdwn, type Names } from './mrkdwn.ts'
import { renderBlocks } from './render.ts'
import type { State } from './state.ts'
import { isMember } from './web-api.ts'

export interface PageOptions extends Pick<WorkspaceOptions, 'manifest' | 'suggestions'> {
  state: State
  /** The thread to open with, and what stands typed in its composer. */
  opening: { channel: string; thread: string; draft: string }
  /** What is typed for whoever asks in another thread. */
  draft: string
}

export function namesOf(state: State): Names {
  return { user: (id) => state.name(id), channel: (id) => state.conversations.get(id)?.name ?? id }
}

/** One message as it stands in a channel or a thread. */
export function messageHtml(state: State, manifest: Manifest, channel: string, message: Message): Html {
  const person = state.people.get(message.user)
  const name = state.name(message.user)
  const replies = state.replies(channel, message.ts).length
  const time = clock(Number(message.ts) * 1000)
  const body = message.blocks
    ? renderBlocks(message.blocks, namesOf(state), `m${message.ts}`.replace('.', '-'))
    : mrkdwn(message.text, namesOf(state))
  const badge = message.user === botUser && html` <span class="badge">APP</span>`
  const only =
    message.to &&
    html`<div class="quiet">Only visible to you · <button type="button" class="inline-link" data-hide>Dismiss</button></div>`
  const isRoot = !message.to && (!message.thread_ts || message.thread_ts === message.ts)
  const place = state.conversations.get(channel)
  const asks = replies > 0 && place?.kind === 'channel' && isMember(place)
  const count = replies === 0 ? 'Reply in thread' : replies === 1 ? '1 reply' : `${replies} replies`
  const reactions = message.reactions?.map(
    (each) => html`<span class="badge">:${each.name}: ${each.count}</span>`,
  )
  return html`<article class="message${message.to && ' private'}" tabindex="-1" data-ts="${message.ts}" data-channel="${channel}" aria-label="${name}, ${time}"><span class="avatar tone-${tone(message.user)}" aria-hidden="true">${initials(name)}</span><div class="body">${only}<div class="byline"><strong>${person?.name ?? name}</strong>${badge} <time>${time}</time>${message.edited && html` <span class="quiet">(edited)</span>`}</div><form class="content">${body}</form>${reactions}${
    isRoot &&
    html`<button type="button" class="thread-link${replies > 0 && ' has-replies'}" data-key="thread" data-thread="${message.ts}">${count}</button>${
      asks &&
      html` <button type="button" class="thread-link" data-key="ask" data-ask="${message.ts}">Ask in thread</button>`
    }`
  }</div>${!message.to && messageMenu(manifest, name, time)}</article>`
}

/** A modal's form, or nothing when the person has none open. */
export function modalHtml(view: OpenView | undefined, names: Names): Html {
  if (!view) return html``
  const close = view.close?.text ?? (view.submit ? 'Cancel' : 'Close')
  return html`<form class="modal" novalidate data-view="${view.id} ${view.callback_id}"><header><h2 id="modal-title">${view.title?.text}</h2><button type="button" class="icon" data-close data-key="close-icon" aria-label="Close">✕</button></header><div class="modal-body" tabindex="0" role="group" aria-labelledby="modal-title">${renderBlocks(view.blocks, names, view.id)}</div><footer><button type="button" class="button" data-close data-key="close">${close}</button>${
    view.submit && html`<button class="button primary" data-key="submit">${view.submit.text}</button>`
  }</footer></form>`
}

/** A Home tab's content. */
export function homeHtml(view: OpenView | undefined, names: Names): Html {
  if (!view) return html`<p class="quiet">The app has published no Home tab yet.</p>`
  return html`<form class="content">${renderBlocks(view.blocks, names, view.id)}</form>`
}

/** One line of the activity panel, its payload folded away. */
export function activityHtml({ at, direction, kind, payload, outcome }: Activity): Html {
  const arrow = direction === 'to app' ? 'to the app' : 'from the app'
  return html`<li><details><summary><time>${clock(at, true)}</time> <span class="quiet">${arrow}</span> ${kind} <span class="quiet">${outcome}</span></summary><pre tabindex="0" role="group" aria-label="Payload of ${kind}">${JSON.stringify(payload, null, 2)}</pre></details></li>`
}

/** The whole page; messages, modals and activity follow as fragments over the event stream. */
export function pageHtml({ state, manifest, suggestions = [], opening, draft }: PageOptions): Html {
  const people = [...state.people.values()].filter((person) => state.find(person.id)?.kind === 'im')
  const channels = [...state.conversations.values()].filter((each) => each.kind === 'channel')
  const app = manifest.display_information.name
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${app} · Local workspace</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head>
<body data-pane="thread" data-channel="${opening.channel}" data-thread="${opening.thread}" data-draft="${draft}" data-typed="${opening.draft}">
<a class="skip" href="#log">Skip to messages</a>
<nav aria-label="Workspace"><h1>Local workspace</h1>
<label class="you">You are <select id="user">${people.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select></label>
<h2>Channels</h2><ul>${channels.map((each) => html`<li><button type="button" class="place-link" data-open="${each.id}" data-topic="${each.topic}" data-empty="${emptyLine(manifest, each)}"># ${each.name}</button></li>`)}</ul>
<h2>Apps</h2><ul><li><button type="button" class="place-link" data-open="app" data-topic="App" data-empty="Nothing was said here yet. Ask a question as it is, without a mention.">${app}</button></li></ul>
<button type="button" class="button" id="paste-open">Paste a discussion…</button>
<p class="quiet">Runs on this machine only. Nothing is sent to Slack.</p></nav>
<main><header><button type="button" class="icon back" data-pane-to="nav" aria-label="Back to the list of channels">‹</button><div><h2 id="title"></h2><p id="topic" class="quiet"></p></div><div id="tabs" hidden><button type="button" data-tab="home" aria-pressed="false">Home</button><button type="button" data-tab="messages" aria-pressed="true">Messages</button></div></header>
<section id="home" hidden aria-label="App Home" tabindex="0"></section>
<p id="empty" class="quiet" hidden></p>
<div id="log" role="log" aria-label="Messages" tabindex="0"></div>
${composer('composer', 'Message', suggestions, manifest)}</main>
<aside aria-label="Thread" hidden><header><button type="button" class="icon back" data-pane-to="main" aria-label="Back to the channel">‹</button><h2>Thread</h2><button type="button" class="icon" id="thread-close" aria-label="Close thread">✕</button></header>
<div id="thread-log" role="log" aria-label="Thread messages" tabindex="0"></div><p id="status" class="quiet" role="status"></p>
${composer(
  'reply',
  'Reply',
  suggestions.filter((each) => !each.startsWith('/')),
)}</aside>
<details id="activity"><summary>Activity <span id="activity-count" class="quiet"></span></summary><ol></ol></details>
<dialog id="modal" aria-labelledby="modal-title"></dialog>
<dialog id="paste" aria-labelledby="paste-title"><form class="modal"><header><h2 id="paste-title">Paste a discussion</h2><button type="button" class="icon" data-dismiss aria-label="Close">✕</button></header><div class="modal-body">
<label for="paste-text" class="label">Messages</label><p class="quiet" id="paste-hint">As copied from Slack (name and time, then the text), or one “name: text” per line. It stays on this machine.</p><textarea id="paste-text" rows="10" required aria-describedby="paste-hint paste-error"></textarea><div class="error" id="paste-error" role="alert"></div></div>
<footer><button type="button" class="button" data-dismiss>Cancel</button><button class="button primary">Make a thread</button></footer></form></dialog>
<div id="toast" role="status"></div><script src="/client.js" type="module"></script></body></html>`
}

/** What can be done in a channel where nothing was said. */
function emptyLine({ display_information: app, features }: Manifest, channel: Conversation): string {
  const [slash] = features?.slash_commands ?? []
  const typed = slash ? `Type ${slash.command} and a question` : 'Write the first message'
  const bot = features?.bot_user?.display_name ?? app.name
  const mention = isMember(channel)
    ? `, or start a thread and mention @${bot} in it`
    : `; @${bot} is no member here, so a mention reaches nobody`
  return `Nothing was said here yet. ${typed}${mention}.`
}

function composer(id: string, label: string, chips: readonly string[], manifest?: Manifest): Html {
  const commands = manifest?.features?.slash_commands?.map(
    (each) =>
      html`<li><strong>${each.command}</strong> ${each.usage_hint} <span class="quiet">${each.description}</span></li>`,
  )
  return html`<form class="composer" id="${id}">${commands && html`<ul class="commands" hidden>${commands}</ul>`}${
    chips.length > 0 &&
    html`<div class="chips">${chips.map((chip) => html`<button type="button" class="chip" data-chip="${chip}">${chip}</button>`)}</div>`
  }<label for="${id}-text" class="hidden">${label}</label><textarea id="${id}-text" rows="2" placeholder="${label}"></textarea><button class="button primary">Send</button></form>`
}

function messageMenu(manifest: Manifest, name: string, time: string): Html {
  const shortcuts = manifest.features?.shortcuts?.filter((each) => each.type === 'message') ?? []
  return html`<details class="menu message-menu"><summary class="icon" data-key="menu" aria-label="More actions for the message by ${name}, ${time}">⋯</summary><div class="menu-items">${shortcuts.map((each) => html`<button type="button" data-shortcut="${each.callback_id}">${each.name}</button>`)}<button type="button" data-copy>Copy link</button></div></details>`
}

function clock(ms: number, seconds = false): string {
  return new Date(ms).toTimeString().slice(0, seconds ? 8 : 5)
}

function initials(name: string): string {
  return name
    .split(' ')
    .map((word) => word[0])
    .join('')
    .slice(0, 2)
}

function tone(id: string): number {
  return [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6
}
