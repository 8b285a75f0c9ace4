// @ts-check

/** @typedef {{ channel: string, ts: string, thread: string, to: string, gone: boolean, html: string }} Shown */
/** @typedef {{ ok: boolean, ts?: string, link?: string, error?: string, errors?: Record<string, string> }} Outcome */

/** @type {(selector: string, root?: ParentNode) => HTMLElement} */
const $ = (selector, root = document) => {
  const found = root.querySelector(selector)
  if (!(found instanceof HTMLElement)) throw new Error(`The page has no ${selector}.`)
  return found
}
/** @type {(selector: string) => HTMLTextAreaElement} */
const textarea = (selector) => {
  const found = $(selector)
  if (!(found instanceof HTMLTextAreaElement)) throw new Error(`${selector} is no textarea.`)
  return found
}
/** @type {(selector: string, root?: ParentNode) => HTMLElement[]} */
const $$ = (selector, root = document) =>
  [...root.querySelectorAll(selector)].filter((each) => each instanceof HTMLElement)
/** @type {(selector: string) => HTMLDialogElement} */
const dialog = (selector) => {
  const found = $(selector)
  if (!(found instanceof HTMLDialogElement)) throw new Error(`${selector} is no dialog.`)
  return found
}

const { body } = document
const log = $('#log')
const threadLog = $('#thread-log')
const home = $('#home')
const status = $('#status')
const toast = $('#toast')
const modal = dialog('#modal')
const paste = dialog('#paste')
const people = /** @type {HTMLSelectElement} */ ($('#user'))
/** @type {Map<string, Shown>} */
const messages = new Map()
/** @type {Map<string, string>} */
const homes = new Map()
/** @type {Map<string, string>} */
const modals = new Map()
/** What each element on the page was made from. @type {WeakMap<Element, string>} */
const madeFrom = new WeakMap()
/** How far down each view of the open modal was left, and what had the focus. @type {Map<string, { top: number, spot: ReturnType<typeof spotOf> }>} */
const leftViews = new Map()
/** Finds what the open modal was opened from. @type {ReturnType<typeof spotOf>} */
let openedFrom

/** Names this page among others of the same workspace, also when it is loaded again. */
const page = sessionStorage.getItem('page') ?? crypto.randomUUID()
sessionStorage.setItem('page', page)
/** What is typed and not sent, by place: it outlasts a reload of this page. @type {Record<string, string>} */
const drafts = JSON.parse(sessionStorage.getItem('drafts') ?? '{}')

let open = body.dataset.channel ?? ''
let thread = body.dataset.thread ?? ''
let tab = 'messages'
let ready = false

/** The conversation on the screen: the app's place is the direct messages of whoever acts. */
const channel = () => (open === 'app' ? `D${people.value.slice(1)}` : open)
/** @param {string} name @param {object} input @returns {Promise<Outcome>} */
async function act(name, input) {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: people.value, page, ...input }),
  }
  try {
    const response = await fetch(`/act/${name}`, request)
    const outcome = response.ok ? await response.json() : { ok: false, error: await response.text() }
    // The paste dialog says it beside its field.
    if (outcome.error && name !== 'paste') say(outcome.error)
    return outcome
  } catch {
    say('The workspace has stopped. Start it again and reload this page.')
    return { ok: false }
  }
}

/** @param {string} text */
function say(text) {
  toast.textContent = text
  setTimeout(() => {
    if (toast.textContent === text) toast.textContent = ''
  }, 6000)
}

/** The server's fragments are escaped where they are made. @param {string} html */
function fragment(html) {
  const template = document.createElement('template')
  template.innerHTML = html
  for (const select of template.content.querySelectorAll('select[data-fill]')) {
    const users = select instanceof HTMLElement && select.dataset.fill === 'users_select'
    const choices = users
      ? [...people.options].map((each) => [each.value, each.text])
      : $$('.place-link').map((each) => [
          each.dataset.open === 'app' ? `D${people.value.slice(1)}` : each.dataset.open,
          each.textContent,
        ])
    for (const [value, label] of choices) select.append(new Option(label ?? '', value ?? ''))
  }
  return template.content
}

/** The actions that have opened a modal here: pressed twice, they answer nothing. @type {Set<string | undefined>} */
const openers = new Set()

/**
 * Remembers where on the page an element stands, so that it is found again when all around it was made anew: by its
 * key in the same message or view, or by its action where that opens a modal. Where it is gone, a field of a view has
 * its place; else the message or the view itself, so that Enter pressed twice presses nothing that was not seen.
 * @param {Element} host @param {Element | null} element
 * @returns {(() => HTMLElement | undefined) | undefined} undefined for an element elsewhere
 */
function spotOf(host, element) {
  if (!(element instanceof HTMLElement) || !host.contains(element)) return undefined
  const ts = element.closest('[data-ts]')?.getAttribute('data-ts')
  const around = () => $$(ts ? `[data-ts="${ts}"]` : '.modal-body', host)[0]
  const keyed = () => {
    const scope = ts ? around() : host
    return scope ? $$('[data-key]', scope) : []
  }
  const { key, press } = element.dataset
  const index = keyed().indexOf(element)
  return () => {
    if (element.isConnected) return element
    const same =
      keyed().find((each) => key !== undefined && each.dataset.key === key) ??
      keyed().find((each) => openers.has(press) && each.dataset.press === press)
    const field = ts ? undefined : keyed()[index]
    return same ?? (field?.matches('select, textarea') ? field : around())
  }
}

/** Puts a fragment in the place of another without losing the keyboard's place. @param {HTMLElement} host @param {() => void} change */
function keepingFocus(host, change) {
  const { activeElement: focused } = document
  const spot = spotOf(host, focused)
  change()
  if (spot && !focused?.isConnected) (spot() ?? host).focus({ preventScroll: true })
}

/** Brings a list to hold exactly these messages, touching only what differs. @param {HTMLElement} list @param {string} name @param {Shown[]} wanted */
function draw(list, name, wanted) {
  const moved = list.dataset.shown !== name
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 60
  if (moved || atEnd || list.clientHeight === 0 || 'jump' in list.dataset) list.dataset.follow = ''
  else delete list.dataset.follow
  const last = list.lastElementChild
  keepingFocus(list, () => {
    if (moved) list.replaceChildren()
    list.dataset.shown = name
    const left = new Map($$(':scope > [data-ts]', list).map((each) => [each.dataset.ts, each]))
    /** @type {Element | null} */
    let before = null
    for (const { ts, html } of wanted) {
      const old = left.get(ts)
      left.delete(ts)
      let element = /** @type {Element | null | undefined} */ (old)
      if (!old || madeFrom.get(old) !== html) {
        element = fragment(html).firstElementChild
        if (!element) continue
        madeFrom.set(element, html)
        old?.replaceWith(element)
      }
      const place = /** @type {Element | null} */ (
        before ? before.nextElementSibling : list.firstElementChild
      )
      if (element && element !== place) list.insertBefore(element, place)
      before = element ?? before
    }
    for (const gone of left.values()) gone.remove()
  })
  if (!moved && list.lastElementChild === last) return
  delete list.dataset.jump
  follow(list)
}

/** Goes to the newest message when the list was at its end; a hidden list waits until it is seen. @param {HTMLElement} list */
function follow(list) {
  const newest = list.lastElementChild
  if (!('follow' in list.dataset) || list.clientHeight === 0) return
  delete list.dataset.follow
  // A card taller than the list starts at its first line, which holds the answer.
  const tall = newest instanceof HTMLElement && newest.offsetHeight > list.clientHeight
  if (tall) newest.scrollIntoView({ block: 'start' })
  else list.scrollTop = list.scrollHeight
}

/** Puts the draft of a conversation or thread into its composer, unless that holds it already. @param {string} composer @param {string} place */
function turnTo(composer, place) {
  const text = textarea(composer)
  if (text.dataset.place === place) return
  text.dataset.place = place
  write(text, drafts[place] ?? '')
}

/** @param {HTMLTextAreaElement} text @param {string} value */
function write(text, value) {
  text.value = value
  keepDraft(text)
}

/** @param {string} place @param {string} value */
function setDraft(place, value) {
  if (value) drafts[place] = value
  else delete drafts[place]
  // The question that the page itself types is typed again where it is still wanted.
  const typed = Object.entries(drafts).filter(([, said]) => said !== body.dataset.draft)
  sessionStorage.setItem('drafts', JSON.stringify(Object.fromEntries(typed)))
}

/** @param {HTMLTextAreaElement} text */
function keepDraft(text) {
  setDraft(text.dataset.place ?? '', text.value)
  if (text.id === 'composer-text') $('#composer .commands').hidden = !text.value.startsWith('/')
}

/** Gives back what was not taken, unless something else stands there by now. @param {HTMLTextAreaElement} text @param {string} place @param {string} said */
function giveBack(text, place, said) {
  if (drafts[place]) return
  setDraft(place, said)
  if (text.dataset.place === place) write(text, said)
}

/** A suggestion takes the place of nothing that somebody wrote. @param {HTMLTextAreaElement} text @param {string} suggestion */
function suggest(text, suggestion) {
  const { draft, typed } = body.dataset
  const suggested = ['', draft, typed, ...$$('[data-chip]').map((each) => each.dataset.chip)]
  if (suggested.includes(text.value.trim())) write(text, suggestion)
  else say('Your own text stands here. Send or clear it, then choose a suggestion.')
  text.focus()
}

function show() {
  if (!ready) return
  const inApp = open === 'app'
  const onHome = inApp && tab === 'home'
  const here = [...messages.values()]
    .filter((each) => each.channel === channel() && (!each.to || each.to === people.value))
    .sort((a, b) => a.ts.localeCompare(b.ts))
  const link = $$('.place-link').find((each) => each.dataset.open === open)
  $('#title').textContent = link?.textContent ?? ''
  $('#topic').textContent = link?.dataset.topic ?? ''
  for (const each of $$('.place-link')) each.setAttribute('aria-current', String(each === link))
  for (const each of $$('[data-tab]')) each.setAttribute('aria-pressed', String(each.dataset.tab === tab))
  $('#tabs').hidden = !inApp
  home.hidden = !onHome
  log.hidden = onHome
  $('#empty').textContent = link?.dataset.empty ?? ''
  $('#empty').hidden = onHome || here.length > 0
  $('#composer').hidden = onHome
  $('aside').hidden = !thread
  turnTo('#composer-text', channel())
  if (thread) turnTo('#reply-text', `${channel()} ${thread}`)
  if (!thread && body.dataset.pane === 'thread') body.dataset.pane = 'main'
  draw(
    log,
    channel(),
    here.filter((each) => !each.thread || each.thread === each.ts),
  )
  draw(
    threadLog,
    channel() + thread,
    thread ? here.filter((each) => each.ts === thread || each.thread === thread) : [],
  )
  if (onHome) place(home, homes.get(people.value) ?? '<p class="quiet">Opening…</p>')
  showModal()
}

/** @param {HTMLElement} host @param {string} html */
function place(host, html) {
  if (madeFrom.get(host) === html) return
  madeFrom.set(host, html)
  keepingFocus(host, () => host.replaceChildren(fragment(html)))
}

function showModal() {
  const html = modals.get(people.value) ?? ''
  if (!html) {
    madeFrom.delete(modal)
    modal.replaceChildren()
    leftViews.clear()
    if (!modal.open) return
    modal.close()
    // What opened it may have been drawn anew since; the browser finds it only where it was not.
    if (document.activeElement === body) openedFrom?.()?.focus({ preventScroll: true })
    return
  }
  const { activeElement: focused } = document
  if (!modal.open) {
    openedFrom = spotOf(focused?.closest('#log, #thread-log, #home') ?? body, focused)
    if (focused instanceof HTMLElement && focused.dataset.press) openers.add(focused.dataset.press)
  }
  // As in Slack, an updated view keeps what was typed into inputs of the same block_id and action_id.
  const before = modal.open ? fieldsOf(modal.querySelector('form')) : {}
  drawView(html)
  if (!modal.open) modal.showModal()
  for (const [name, values] of Object.entries(before)) {
    for (const field of modal.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type))
        field.checked = values.includes(field.value)
      else if (field instanceof HTMLSelectElement)
        for (const option of field.options) option.selected = values.includes(option.value)
      else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
        field.value = values[0] ?? ''
    }
  }
}

/** Puts a view into the modal: an updated one, or one that lay below another, as far down as it was left. @param {string} html */
function drawView(html) {
  const viewOf = () => modal.querySelector('form')?.dataset.view ?? ''
  const scrolled = () => modal.querySelector('.modal-body')
  const old = viewOf()
  if (old)
    leftViews.set(old, { top: scrolled()?.scrollTop ?? 0, spot: spotOf(modal, document.activeElement) })
  place(modal, html)
  const now = viewOf()
  const left = leftViews.get(now)
  scrolled()?.scrollTo({ top: left?.top ?? 0 })
  if (old && old !== now) (left?.spot?.() ?? $('.modal-body', modal)).focus({ preventScroll: true })
}

/** Every field of a form by its name, empty ones too. @param {HTMLFormElement | null} form */
function fieldsOf(form) {
  /** @type {Record<string, string[]>} */
  const given = {}
  for (const field of form?.elements ?? []) {
    const name = field.getAttribute('name')
    if (name) given[name] ??= []
  }
  for (const [name, value] of form ? new FormData(form) : []) given[name]?.push(String(value))
  return given
}

/** Where a pressed element stands. @param {Element} element */
function placeOf(element) {
  const given = fieldsOf(element.closest('form'))
  if (element.closest('#modal')) return { view: 'modal', given }
  if (element.closest('#home')) return { view: 'home', given }
  return { ...messageOf(element), given }
}

/** @param {Element} element */
function messageOf(element) {
  const message = element.closest('.message')
  return { channel: message?.getAttribute('data-channel'), ts: message?.getAttribute('data-ts') }
}

/** Shows the message that an own press brings, wherever the lists stand; for 3 s, since many presses bring none. */
function expectMessage() {
  for (const list of [log, threadLog]) {
    list.dataset.jump = ''
    setTimeout(() => delete list.dataset.jump, 3000)
  }
}

/** @param {string} pane */
function goTo(pane) {
  body.dataset.pane = pane
  follow(log)
  follow(threadLog)
}

/** What is shown, as a step of the browser's history. @param {string} [from] the pane that was left for it */
const step = (from) => ({ open, thread, tab, pane: body.dataset.pane, from })

/** Makes what is shown now a step that the browser's Back undoes. */
function remember() {
  const { from, pane = '' } = history.state ?? {}
  if (JSON.stringify(step(from)) !== JSON.stringify(history.state)) history.pushState(step(pane), '')
}

/** @param {string} root @param {string} draft typed there unless something is */
function openThread(root, draft) {
  thread = root
  goTo('thread')
  show()
  remember()
  const reply = textarea('#reply-text')
  if (draft && !reply.value) write(reply, draft)
  reply.focus()
  reply.setSelectionRange(reply.value.length, reply.value.length)
}

/** Follows a permalink of this workspace on the spot; false for any other address. @param {string} address */
function goToMessage(address) {
  const [, from, digits, micros] = /\/archives\/([^/]+)\/p(\d+)(\d{6})(?:\?|$)/.exec(address) ?? []
  const message = messages.get(`${from}${digits}.${micros}`)
  if (!address.startsWith(`${location.origin}/`) || !message) return false
  open = message.channel === `D${people.value.slice(1)}` ? 'app' : message.channel
  tab = 'messages'
  openThread(message.thread || message.ts, '')
  const element = $(`#thread-log [data-ts="${message.ts}"]`)
  element.scrollIntoView({ block: 'center' })
  element.focus({ preventScroll: true })
  return true
}

/** @param {HTMLElement} target */
async function pressed(target) {
  const { dataset, id } = target
  if (dataset.press !== undefined) {
    if (dataset.confirm && !window.confirm(dataset.confirm)) return
    const choice = dataset.choice === undefined ? [] : [dataset.choice]
    expectMessage()
    await act('press', { ...placeOf(target), action: dataset.press, block: dataset.block, choice })
  } else if (dataset.thread) openThread(dataset.thread, '')
  else if (dataset.ask) openThread(dataset.ask, body.dataset.draft ?? '')
  else if (dataset.open) {
    open = dataset.open
    thread = ''
    tab = open === 'app' ? 'home' : 'messages'
    goTo('main')
    target.removeAttribute('data-unread')
    show()
    if (open === 'app') await act('home', { tab })
    else textarea('#composer-text').focus()
  } else if (dataset.tab) {
    tab = dataset.tab
    show()
    await act('home', { tab })
  } else if (dataset.paneTo) {
    if (history.state?.from === dataset.paneTo) history.back()
    else goTo(dataset.paneTo)
  } else if (id === 'thread-close') {
    thread = ''
    show()
    textarea('#composer-text').focus()
  } else if ('close' in dataset) await act('close', {})
  else if ('hide' in dataset) {
    const composer = textarea(target.closest('#thread-log') ? '#reply-text' : '#composer-text')
    await act('dismiss', messageOf(target))
    composer.focus()
  } else if (dataset.shortcut) await act('shortcut', { ...messageOf(target), callbackId: dataset.shortcut })
  else if ('copy' in dataset) {
    const { link } = await act('link', messageOf(target))
    if (link)
      await navigator.clipboard.writeText(link).then(
        () => say('Link copied.'),
        () => say(link),
      )
  } else if (dataset.chip) {
    const text = target.closest('form')?.querySelector('textarea')
    if (text) suggest(text, dataset.chip)
  } else if (id === 'paste-open') {
    $('#paste-error').textContent = ''
    paste.showModal()
  } else if ('dismiss' in dataset) paste.close()
}

document.addEventListener('click', (event) => {
  const { target } = event
  if (!(target instanceof Element)) return
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (menu.contains(target) && !target.closest('.menu-items')) continue
    const { activeElement: focused } = document
    menu.removeAttribute('open')
    // The keyboard goes on from the menu, unless the press went to something else that takes it.
    if (focused === body || menu.contains(focused))
      menu.querySelector('summary')?.focus({ preventScroll: true })
  }
  const link = target.closest('a')
  if (link && goToMessage(link.href)) event.preventDefault()
  const button = target.closest('button, a')
  if (button instanceof HTMLElement) void pressed(button)
  remember()
})

addEventListener('popstate', ({ state }) => {
  // The link that skips to the messages makes a step without one.
  if (!state) return
  open = state.open
  thread = state.thread
  tab = state.tab
  goTo(state.pane)
  show()
})

// A menu of the newest card opens below what is visible.
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.matches('.menu[open]'))
      $('.menu-items', target).scrollIntoView({ block: 'nearest' })
  },
  true,
)

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLElement)) return
  if (target === people) {
    show()
    if (open === 'app') void act('home', { tab })
  } else if (target.dataset.choose !== undefined && target.getAttribute('name')) {
    const from = placeOf(target)
    const choice = from.given[target.getAttribute('name') ?? ''] ?? []
    void act('press', { ...from, action: target.dataset.choose, block: target.dataset.block, choice })
  }
})

document.addEventListener('submit', async (event) => {
  event.preventDefault()
  const form = /** @type {HTMLFormElement} */ (event.target)
  if (form.id === 'composer' || form.id === 'reply') {
    const text = textarea(`#${form.id}-text`)
    const { value } = text
    const { place = '' } = text.dataset
    const said = value.trim()
    if (!said) return
    write(text, '')
    ;(form.id === 'reply' ? threadLog : log).dataset.jump = ''
    const about = { channel: channel(), text: said, thread: form.id === 'reply' ? thread : '' }
    const { ok } = await act('post', about)
    if (!ok) giveBack(text, place, value)
  } else if (form.closest('#paste')) {
    const text = textarea('#paste-text')
    $('#paste-error').textContent = ''
    if (open === 'app') open = body.dataset.channel ?? ''
    const { ts, error = '' } = await act('paste', { channel: channel(), text: text.value })
    $('#paste-error').textContent = error
    if (!ts) return
    text.value = ''
    paste.close()
    openThread(ts, body.dataset.draft ?? '')
  } else if (form.closest('#modal')) {
    expectMessage()
    const { errors = {} } = await act('submit', { given: fieldsOf(form) })
    for (const input of $$('.input', form)) {
      const error = errors[input.dataset.block ?? '']
      $('.error', input).textContent = error ?? ''
      for (const field of $$('[data-key]', input)) field.toggleAttribute('aria-invalid', error !== undefined)
    }
    const first = $$('.input', form).find((each) => errors[each.dataset.block ?? ''])
    if (first) $('[data-key]', first).focus()
  }
})

document.addEventListener('keydown', (event) => {
  const { target } = event
  if (event.key === 'Escape') {
    const menu = document.querySelector('details.menu[open]')
    menu?.removeAttribute('open')
    menu?.querySelector('summary')?.focus()
  }
  const composes = target instanceof HTMLTextAreaElement && target.closest('.composer')
  if (composes && event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault()
    target.form?.requestSubmit()
  }
})

for (const id of ['#composer-text', '#reply-text']) {
  const text = textarea(id)
  text.addEventListener('input', () => keepDraft(text))
}
modal.addEventListener('cancel', (event) => {
  event.preventDefault()
  void act('close', {})
})

const stream = new EventSource('/stream')
/** @param {string} event @param {(data: any) => void} then */
function on(event, then) {
  stream.addEventListener(event, (message) => then(JSON.parse(message.data)))
}
stream.addEventListener('error', () => {
  // A stream that is closed for good met a new start of the workspace, which knows nothing of this page.
  if (stream.readyState === EventSource.CLOSED) say('The workspace was started again. Reload this page.')
})
on('reset', () => {
  ready = false
  messages.clear()
  homes.clear()
  modals.clear()
  $('#activity ol').replaceChildren()
})
on('message', (message) => {
  const key = message.channel + message.ts
  if (message.gone) messages.delete(key)
  else messages.set(key, message)
  const elsewhere = message.channel !== channel() && (!message.to || message.to === people.value)
  const link = $$('.place-link').find((each) => message.channel === each.dataset.open)
  if (ready && elsewhere) link?.setAttribute('data-unread', '')
  show()
})
on('home', ({ user, html }) => {
  homes.set(user, html)
  show()
})
on('modal', ({ user, html, page: opener }) => {
  // What somebody opened in another tab does not come up over what is typed here.
  if (opener !== page) return
  modals.set(user, html)
  show()
})
on('status', (now) => {
  if (now.channel === channel() && (!now.text || now.thread === thread)) status.textContent = now.text
})
on('activity', ({ html }) => {
  const list = $('#activity ol')
  list.prepend(fragment(html))
  while (list.childElementCount > 200) list.lastElementChild?.remove()
  $('#activity-count').textContent = String(list.childElementCount)
})
on('ready', () => {
  const first = !ready && !log.dataset.shown
  ready = true
  show()
  if (first) history.replaceState(step(), '')
  if (first && thread) openThread(thread, body.dataset.typed ?? '')
})
