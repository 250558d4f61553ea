/** Labelled tickets, tuning set; the form is told in parse-tickets.ts. */
export const tuningReset2 = `
## RESET_MDP other=k.jones2 < e.wright
Password reset for Kevin Jones (yard)
Hi, Kevin Jones in the yard (login k.jones2) needs his password resetting, he doesn't have email. Thanks, Emily in HR

## RESET_MDP other=anna.schmidt < grace.okafor
colleague's password
My colleague Anna Schmidt can't remember her password and is stuck at reception. Can it be reset?

## RESET_MDP other < jcartier
Mots de passe des rempla\u00e7ants
Bonjour, trois rempla\u00e7antes arrivent demain et deux d'entre elles ont oubli\u00e9 leur mot de passe de l'\u00e9t\u00e9 dernier. Merci de les r\u00e9initialiser.

## RESET_MDP other < m.oconnor
New starter password
Our new starter says the password he was given on the welcome sheet doesn't work, could you reset it?

## RESET_MDP unknown < Poste de soins <soins.rdc@ehpad-mimosas.example> @ mimosas
mot de passe
je n'arrive pas \u00e0 me connecter j'ai oubli\u00e9 mon mot de passe

## RESET_MDP unknown < Atelier <atelier@transports-guilhem.example> @ guilhem
Mdp oubli\u00e9
Salut c'est Pascal de l'atelier, mdp windows oubli\u00e9, merci

## RESET_MDP self < mathilde.delatour
Mot de passe de session
Ch\u00e8re \u00e9quipe, je suis de retour de mission humanitaire et mon mot de passe a expir\u00e9 depuis longtemps. Pouvez-vous le renouveler ? Mathilde de La Tour

## RESET_MDP self < d.hughes
locked out, password forgotten
Locked out this morning because I couldn't remember the new password. Can you give me a fresh one?

## RESET_MDP self < noemie.gaillard
oublie mdp
Salu, oubli\u00e9 le mdp de la cession, svp r\u00e9initialis\u00e9 le. No\u00e9mie

## RESET_MDP self < pierre-yves.marchal
Suite \u00e0 votre appel
Comme convenu par t\u00e9l\u00e9phone, voici ma demande \u00e9crite : r\u00e9initialiser le mot de passe de mon compte pierre-yves.marchal. Merci.
`
