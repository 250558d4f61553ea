const verbs =
  '(reinit|reset|chang|debloq|deverrouill|deverouill|unlock|unblock|clot|clos|ferm|ajout|add|touch|desactiv|reactiv|activ|disabl|enabl|retir|enlev|remov|copi|copy|cre[ert]|assign|attribu|affect|rouvr|reopen|resou|resol|solv|previen|inform|notif|envoi|envoy|send|acquit|ack|supprim|delet|redemarr|reboot|restart|met[st]|pass|set)'
const done =
  '(reinitialisee?s?|debloquee?s?|deverrouillee?s?|cloturee?s?|clos|fermee?s?|reset|unlocked|closed|changed|changee?s?|redemarree?s?|supprimee?s?|restarted|rebooted|deleted|desactivee?s?|reactivee?s?|activee?s?|disabled|enabled|ajoutee?s?|added|retiree?s?|enlevee?s?|removed|copiee?s?|copied|creee?s?|created|assignee?s?|assigned|attribuee?s?|resolue?s?|solved|resolved|prevenue?s?|informee?s?|notified|envoyee?s?|sent|acquittee?s?|acknowledged|mise?s?|passee?s?)'
const adverbs = '(bien |deja |encore |toujours |enfin |finalement |already |just |still |now |finally )*'
const persons = '(i|you|he|she|they|we|someone|anyone|somebody|anybody)'

/** How something is said: done already, not to be done, a question how or whether. Notation: see `lexicon`. */
export const moodWords = {
  // What was done, or is asked about.
  past: [
    `(a|ont|avons|avez|ai|as|avait|aurait|avais) (t (il|elle|on) )?${adverbs}(ete )?${adverbs}${done}`,
    `(est|sont|etait|is|are) (ce |il |elle |t il |it |he |she )?${adverbs}${done}`,
    `(been|was|were|got|has|have|had|already|just|ve) (already |just |been )*${done}`,
    `(^| )${persons} (already |just )?${done}`,
    `did ${persons} (already |just )?${verbs}`,
    `(who|someone|somebody|qui|quelqu un) (a |has )?(already |deja )?${done}`,
    'who (reset|unlocked|closed)',
    '(sans|without) (reboot\\w*|redemarr\\w*|restart\\w*)',
    `(vient|viens|venons) (juste )?(de|d) (\\w+ )?${verbs}`,
  ],
  negated: [
    `(ne|n) (\\w+ ){0,3}?${verbs}\\w*( \\w+)? (pas|plus|jamais|rien|surtout|aucun\\w*)`,
    `ne (pas|plus|jamais|surtout)( pas)? (\\w+ ){0,3}?${verbs}\\w*`,
    `(do not|don t|dont|never|not to|no need to|must not|should not|shouldn t|please not) (\\w+ ){0,2}?${verbs}\\w*`,
    `sans (\\w+ )?${verbs}\\w*(er|ir|re)`,
    `without (\\w+ )?${verbs}\\w*ing`,
    `pas (de|d|besoin de|la peine de) (\\w+ )?(deblocage|${verbs}\\w*)`,
    `${verbs}\\w* (le |la |les |l )?(surtout )?(pas|jamais)`,
    `(peux|peut|arrive|arrivons|pouvons|sais|veux|can|could) (pas|plus|not) (a )?(le |la |les )?${verbs}\\w*`,
    'surtout pas',
    `(can t|cannot|couldn t) ${verbs}`,
  ],
  // Asked whether or what if: nothing to do yet.
  whether: [
    `(should|shall|may|must|would) ${persons} (already |just )?(\\w+ )?${verbs}`,
    `(faut il|dois je|doit on|devrait on|devrais je|faudrait il|est il (utile|possible|necessaire) de|peut on) (\\w+ ){0,3}${verbs}`,
    `(est ce qu|qu) ?(il faut|on doit|on peut|je dois|je peux) (\\w+ ){0,3}${verbs}`,
    `si (on|je|tu|vous|nous|jamais) (\\w+ ){0,3}${verbs}\\w*`,
    `(what happens )?if (i|we|you|they) (\\w+ ){0,2}${verbs}`,
    '(when|why|who|since when|how long) (did|was|is|does|has|had|will)',
    'quand (a|est|ont|avez|as|avait|le|la|est ce)',
    'what happens if',
    'que se passe t il si',
    `(risque|danger|consequence|effet)s? (\\w+ ){0,4}${verbs}`,
    `(puis je|can i|may i|could i) (\\w+ ){0,2}${verbs}`,
  ],
  howTo: [
    'comment (faire|on|je|puis|peut|dois|resoudre|se|s|l|la|le|tu|vous|proceder)',
    'comment \\w+er',
    'comment \\w+ir',
    'how (to|do|does|can|should|would)',
    'procedure',
    'procedures',
    'tutoriel',
    'tuto',
    'mode operatoire',
    'mode d emploi',
    'marche a suivre',
    'documentation',
    'doc',
    'guide',
    'faq',
    'coment',
    'que (faire|dois je faire)',
    'what should i do',
    'what to do',
    'pourquoi',
    'why',
    'explique\\w*',
    'explain',
    'etapes (pour|de)',
    'steps (to|for)',
  ],
  advice: [
    'resoudre',
    'depanner',
    'depannage',
    'troubleshoot\\w*',
    'fix',
    'solutions? (a|au|pour|for|to)',
    'astuce',
  ],
  narrow: [
    '^(et|and|ou|or|mais|but|ok|sinon|also|pareil|idem|meme chose|same|seulement|uniquement|juste|only|just)',
    'what about',
    'how about',
    'qu en est il',
    'et (pour|sur|chez|a|au)',
    '(et|and) (now|maintenant|today)',
  ],
  again: [
    '(pareil|idem|meme chose|fais pareil|la meme) (pour|avec|sur|a|chez)',
    '(do )?(the )?same (thing )?(for|with|on|at)',
    'same (for|with)',
    '(refais|recommence|repeat|again) (\\w+ )?(pour|for|with|avec)',
  ],
} as const satisfies Record<string, readonly string[]>
