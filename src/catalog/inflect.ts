const vowel = /[aeiou]/

/** The regular forms of an English verb, with the consonant doubled where that is usual (`stop`, `transfer`). */
export function verbForms(verb: string): string[] {
  const [head = '', ...rest] = verb.split(' ')
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : ''
  const forms = irregular.get(head) ?? regular(head)
  return [...new Set([head, ...forms])].map((form) => form + tail)
}

/** Singular and plural of an English noun; in a phrase, of its last word. */
export function nounForms(noun: string): string[] {
  const words = noun.split(' ')
  const last = words.pop() ?? ''
  const lead = words.length > 0 ? `${words.join(' ')} ` : ''
  return [...new Set([last, plural(last)])].map((form) => lead + form)
}

function plural(noun: string): string {
  if (/(s|x|z|ch|sh)$/.test(noun)) return `${noun}es`
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return `${noun}s`
}

function regular(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb)) {
    const stem = verb.slice(0, -1)
    return [`${stem}ies`, `${stem}ied`, `${verb}ing`]
  }
  if (/ee$/.test(verb)) return [`${verb}s`, `${verb}d`, `${verb}ing`]
  if (/e$/.test(verb)) return [`${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`]
  const third = /(s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`
  const doubled = doubles(verb) ? verb + verb.slice(-1) : verb
  return [third, `${doubled}ed`, `${doubled}ing`]
}

/** One-syllable words doubled by rule; longer ones by the list, since stress decides. */
function doubles(verb: string): boolean {
  if (doubling.has(verb)) return true
  const vowels = verb.match(/[aeiou]+/g) ?? []
  return vowels.length === 1 && /[^aeiou][aeiou][bdgklmnprt]$/.test(verb) && vowel.test(verb)
}

const doubling = new Set([
  'transfer',
  'refer',
  'submit',
  'permit',
  'commit',
  'control',
  'occur',
  'prefer',
  'admit',
  'transmit',
])

const irregular = new Map<string, string[]>(
  Object.entries({
    be: ['is', 'are', 'was', 'were', 'been', 'being'],
    have: ['has', 'had', 'having'],
    do: ['does', 'did', 'done', 'doing'],
    give: ['gives', 'gave', 'given', 'giving'],
    keep: ['keeps', 'kept', 'keeping'],
    hold: ['holds', 'held', 'holding'],
    sell: ['sells', 'sold', 'selling'],
    send: ['sends', 'sent', 'sending'],
    tell: ['tells', 'told', 'telling'],
    take: ['takes', 'took', 'taken', 'taking'],
    make: ['makes', 'made', 'making'],
    get: ['gets', 'got', 'getting'],
    let: ['lets', 'letting'],
    write: ['writes', 'wrote', 'written', 'writing'],
    find: ['finds', 'found', 'finding'],
    withdraw: ['withdraws', 'withdrew', 'withdrawn', 'withdrawing'],
    choose: ['chooses', 'chose', 'chosen', 'choosing'],
    know: ['knows', 'knew', 'known', 'knowing'],
    see: ['sees', 'saw', 'seen', 'seeing'],
    lead: ['leads', 'led', 'leading'],
    set: ['sets', 'setting'],
    put: ['puts', 'putting'],
    read: ['reads', 'reading'],
    understand: ['understands', 'understood', 'understanding'],
    become: ['becomes', 'became', 'becoming'],
    forget: ['forgets', 'forgot', 'forgotten', 'forgetting'],
    undergo: ['undergoes', 'underwent', 'undergone', 'undergoing'],
    lose: ['loses', 'lost', 'losing'],
    buy: ['buys', 'bought', 'buying'],
    pay: ['pays', 'paid', 'paying'],
    go: ['goes', 'went', 'gone', 'going'],
    begin: ['begins', 'began', 'begun', 'beginning'],
    bring: ['brings', 'brought', 'bringing'],
    come: ['comes', 'came', 'coming'],
    seek: ['seeks', 'sought', 'seeking'],
    speak: ['speaks', 'spoke', 'spoken', 'speaking'],
    say: ['says', 'said', 'saying'],
    mean: ['means', 'meant', 'meaning'],
    lie: ['lies', 'lay', 'lain', 'lying'],
    leave: ['leaves', 'left', 'leaving'],
    meet: ['meets', 'met', 'meeting'],
    share: ['shares', 'shared', 'sharing'],
    rely: ['relies', 'relied', 'relying'],
    file: ['files', 'filed', 'filing'],
    shut: ['shuts', 'shutting'],
    cut: ['cuts', 'cutting'],
    opt: ['opts', 'opted', 'opting'],
  }),
)
