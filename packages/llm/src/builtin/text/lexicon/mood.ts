const verbs =
  '(?:reinit|reset|chang|debloq|deverrouill|deverouill|unlock|unblock|clot|clos|ferm|ajout|add|touch|desactiv|reactiv|activ|disabl|enabl|retir|enlev|remov|copi|copy|cre[ert]|assign|attribu|affect|rouvr|reopen|resou|resol|solv|previen|inform|notif|envoi|envoy|send|acquit|ack|supprim|delet|redemarr|reboot|restart|met[st]|pass|set)\\w*'
const done =
  '(reinitialisee?s?|debloquee?s?|deverrouillee?s?|cloturee?s?|clos|fermee?s?|reset|unlocked|closed|changed|changee?s?|redemarree?s?|supprimee?s?|restarted|rebooted|deleted|desactivee?s?|reactivee?s?|activee?s?|disabled|enabled|ajoutee?s?|added|retiree?s?|enlevee?s?|removed|copiee?s?|copied|creee?s?|created|assignee?s?|assigned|attribuee?s?|resolue?s?|solved|resolved|prevenue?s?|informee?s?|notified|envoyee?s?|sent|acquittee?s?|acknowledged|mise?s?|passee?s?)'
const adverbs = '(bien |deja |encore |toujours |enfin |finalement |already |just |still |now |finally )*'
const persons = '(i|you|he|she|they|we|someone|anyone|somebody|anybody)'

/** How something is said: done already, not to be done, a question how or whether. Notation: see `lexicon`. */
export const moodWords = {
  // What was done, or is asked about.
  past: [
    `(a|ont|avons|avez|ai|tu as|avait|aurait|avais) (t (il|elle|on) )?${adverbs}(ete )?${adverbs}${done}`,
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
    `(ne|n) (\\w+ ){0,3}?${verbs}( \\w+)? (pas|plus|jamais|rien|surtout|aucun\\w*)`,
    `ne (pas|plus|jamais|surtout)( pas)? (\\w+ ){0,3}?${verbs}`,
    `(do not|don t|dont|never|not to|no need to|must not|should not|shouldn t|please not) (\\w+ ){0,2}?${verbs}`,
    `sans (\\w+ )?${verbs}(er|ir|re)`,
    `without (\\w+ )?${verbs}ing`,
    `pas (de|d|besoin de|la peine de) (\\w+ )?(deblocage|${verbs})`,
    `${verbs} (le |la |les |l )?(surtout )?(pas|jamais)`,
    `(peux|peut|arrive|arrivons|pouvons|sais|veux|can|could) (pas|plus|not) (a )?(le |la |les )?${verbs}`,
    'surtout pas',
    `(ne|n) (faut|doit|dois|devez|veux|peut|peux|souhaite) (surtout )?(pas|plus|jamais) (\\w+ ){0,2}${verbs}`,
    `(rather not|instead of|au lieu de|au lieu d|evite\\w* (de|d)|interdi\\w*( de| d)?|annul\\w*|cancel|stop) (\\w+ ){0,2}${verbs}`,
    `(can t|cannot|couldn t) ${verbs}`,
  ],
  // Tried in vain: a symptom, and no order against it.
  unable: [
    `(?<!(tu|vous) (ne |n )?)(arrive|arrives|arrivent|arrivons|parvient|parviens|parviennent|reussit|peut|peux|peuvent) (pas|plus) (a )?(se |s |le |la |les |l )?${verbs}`,
    `(?<!you )(can t|cannot|can not|couldn t|could not) ${verbs}`,
  ],
  // Asked whether or what if: nothing to do yet.
  whether: [
    `(should|shall|may|must|would) ${persons} (already |just )?(\\w+ )?${verbs}`,
    `(faut il|dois je|doit on|devrait on|devrais je|faudrait il|est il (utile|possible|necessaire) de|peut on) (\\w+ ){0,3}${verbs}`,
    `(est ce que?|que?) ?(il faut|on doit|on peut|je dois|je peux) (\\w+ ){0,3}${verbs}`,
    `si (on|je|tu|vous|nous|jamais) (\\w+ ){0,3}${verbs}`,
    `(what happens )?if (i|we|you|they) (\\w+ ){0,2}${verbs}`,
    '(when|why|who|since when|how long) (did|was|is|does|has|had|will)',
    'quand (a|est|ont|avez|as|avait|le|la|est ce)',
    '(dire|savoir|confirmer|tell me|let me know|know|verif\\w*|check|regarder?|demander?) (\\w+ ){0,2}(si|s|if|whether|who|qui|why|pourquoi|quand|when)',
    'what happens if',
    'que se passe t il si',
    `(je|j|nous|i|we) (le |la |les |vais |va |allons |will |ll |am going to )*${verbs}`,
    `(avant|before) (de |d )?(\\w+ )?${verbs}`,
    `(risque|danger|consequence|effet)s? (\\w+ ){0,4}${verbs}`,
    `(puis je|can i|may i|could i) (\\w+ ){0,2}${verbs}`,
  ],
  howTo: [
    'comment on(?! (ticket|the|it|this|\\d))',
    'comment (faire|je|puis|peut|dois|resoudre|se|s|l|la|le|tu|vous|proceder)',
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
    '(coment|commen|commnet|commetn) \\w+',
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
