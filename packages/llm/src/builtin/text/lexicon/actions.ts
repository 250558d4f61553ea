import { words } from './words.ts'

/** What to do to something: the words that can change a system. Notation: see `lexicon`. */
export const actionWords = {
  reset: [
    ...words('reinit reinitialis* reset resets resetting reseter resetter renouvel* renew'),
    'remet\\w* a zero',
    '(chang|modifi)\\w* (le |son |the |his |her |leur |their )?(mot|mdp|pass\\w*|pwd)',
    '(nouveau|new) (mot de passe|mdp|password|pwd)',
  ],
  unlock: words('deverrouill* debloqu* deblocage unlock unlocks unlocking unblock deverouill* debloq*'),
  enable: [
    ...words('reactiv* activer enable enables enabling reenable'),
    'active (le |la |l |les |ce |son |moi |the )*(compte|acces|utilisateur|session|account|user)',
    'active (le|la)',
    '^active',
  ],
  disable: words(
    'desactive desactiver desactivez disable disables disabling deactivate suspend suspends suspendre',
  ),
  removeFrom: words('retire retirer retirez enleve enlever enlevez remove ote oter sors sortir vire virer'),
  copyGroups: [
    'copi\\w* (\\w+ ){0,2}(groupes?|droits|acces)',
    'copy (\\w+ ){0,2}(groups?|rights|memberships?)',
    '(donne|give|mets|attribue|applique|apply) (\\w+ ){1,7}(memes?|same) (groupes?|groups?|droits|rights|acces|access)',
    '(memes?|same) (groupes?|groups?|droits|rights|acces|access|memberships?)',
    '(clone|duplique)\\w* (\\w+ ){0,2}(groupes?|groups?|droits)',
  ],
  create: [
    ...words('cree creer creez creation create creating'),
    '(ouvre|ouvrir|ouvrez|open|fais|faire|log|raise) (moi )?(un |a |an )?(nouveau |new )?(ticket|incident|demande|compte)',
    '(nouveau|nouvelle|new) (ticket|incident|demande) (pour|for|a|chez|at|ehpad|clinique|cabinet)',
  ],
  close: [
    ...words('cloturer cloturez cloture closing ferme fermer fermez fermeture close closes clore clos clot'),
  ],
  add: [
    ...words('ajout* rajout* add adds ecris ecrire write mets mettre met post poste note noter laisse leave'),
    ...words('inscris saisis inscrire saisir planifie planifier'),
  ],
  assign: [
    ...words('assign* attribu* affect* reassign* dispatch*'),
    '(passe|donne|transfere|confie|give|hand) (\\w+ ){1,4}(au groupe|a l equipe|to group|to the \\w+ (group|team))',
  ],
  reopen: words('rouvre rouvrir rouvrez reouvre reouvrir reopen reopens'),
  setTo: [
    ...words(
      'passe passer passez mets mettre met bascule basculer change changer modifie modifier set put switch make',
    ),
    ...words('move raise lower augmente baisse monte descends'),
  ],
  solve: [
    ...words('resous resoudre resolvez solve solves resolve resolves'),
    '(ajout\\w*|add|mets|saisis|enregistre) (\\w+ ){0,2}solution',
    '(mark|set|passe|mets|marque) (\\w+ ){1,5}(solved|resolved|resolue?)',
    '(mark|set|passe|mets|marque) (\\w+ ){1,5}(solved|resolved|resolue?)',
  ],
  notify: [
    ...words('previens prevenir prevenez informe informer informez notifie notifier notify avertis avertir'),
    '(envoi\\w*|ecri\\w*|send|write|fais) (un |une |a |an |the )?(\\w+ )?(mails?|e mails?|emails?|courriels?|messages?)',
    '(ecris|write) (a|au|to) (la |le |l |the )?(clinique|client|ehpad|cabinet|clinic)',
    'inform (the )?(client|clinique|ehpad|cabinet)',
  ],
  acknowledge: [
    ...words('acquitte acquitter acquittez acknowledge acknowledges ack acknowlege'),
    'pren(ds|dre|ez) en compte',
  ],
  saveCase: [
    '(enregistr|sauvegard|memoris|ajout|archiv)\\w* (ce |le |un |cette |mon |nouveau )*(cas|solution dans la base)',
    '(save|record|store|add) (this |the |a |an |new |solved )*case',
  ],
  otherAction: [
    '(redemarr|reboot|restart|relanc)\\w*',
    '(supprim(e|er|ez)|delete|efface|effacer|detruis|wipe) (moi )?(\\w+ ){0,2}(compte|account|user|ticket|utilisateur|session|document|equipement|device|groupe|group|port|vlan|boite)',
    '(shut ?down|turn off|power off|eteins|eteindre|coupe|couper|allume|turn on) (\\w+ ){0,3}(port|interface|switch|serveur|server|routeur|router|wifi|borne|link|lien)',
    '(install|deploi|deploy|upgrade|met\\w* a jour|updat|configur|patch)(e|es|er|ez|ing)? (le |la |les |l |the |sur |on )?(\\w+ ){0,3}(serveur|server|switch|pc|poste|firmware|windows|logiciel|driver|pilote)',
    '(cree|creer|create) (un |une |le |la |a |an |the )?(nouveau |nouvelle |new )?(groupe|group|vlan|boite|mailbox|partage|share)',
    '(lance|lancer|execute|run) (\\w+ ){0,2}(script|commande|command|sauvegarde|backup)',
  ],
  decide: words(
    'approuv* approve approves valide valider rejette rejeter reject refuse refuser autorise autoriser',
  ),
} as const satisfies Record<string, readonly string[]>
