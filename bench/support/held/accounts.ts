/** Labelled tickets, held set; the form is told in parse-tickets.ts. */
export const heldAccounts = `
## RESET_MDP self < alice.morel
Mot de passe perdu
Bonjour,

Retour de cong\u00e9 maternit\u00e9 ce matin et impossible de me rappeler du mot de passe de ma session Windows. Pouvez-vous m'en redonner un ?

Merci
Alice Morel
Bloc op\u00e9ratoire - poste 4312

## RESET_MDP self < tpetit
mdp
slt g oubli\u00e9 mon mdp pr ouvrir lordi vous pouvez le remetre a zero svp merci

## RESET_MDP self < perez.l
R\u00e9init mot de passe session
<p>Bonjour,</p><p>Mon mot de passe a expir&eacute; ce week-end et Windows refuse celui que je lui propose &agrave; la place. Serait-il possible de le r&eacute;initialiser ?</p><p>Bien cordialement,<br>Lucie Perez<br>Service urbanisme</p>

## RESET_MDP self < jdesnoyers
Connexion impossible
Ma\u00eetre Ferrer m'a conseill\u00e9 de passer par vous. Depuis que j'ai chang\u00e9 mon mot de passe vendredi je ne sais plus ce que j'ai mis\u2026 il faudrait m'en attribuer un nouveau. Je suis au cabinet toute la journ\u00e9e.

## RESET_MDP self < samira.haddad
Probl\u00e8me ouverture session
Bonsoir, le message dit "le nom d'utilisateur ou le mot de passe est incorrect". J'ai tout essay\u00e9, y compris l'ancien. Je pense que j'ai fait une erreur en le changeant hier. Login samira.haddad. Merci de le r\u00e9initialiser.

## RESET_MDP self < rcosta
URGENT mot de passe
Bonjour je prends la route \u00e0 5h demain et je n'arrive pas a rentrer dans mon pc portable j'ai oublier le code de ma session. pouvez vous reinitialis\u00e9?? Ricardo

## RESET_MDP self < j.carter
Forgot my password
Hi team,
Back from two weeks off and my Windows password has completely gone from my head. Could you reset it please? I'm at my desk until 5.
Thanks, James

## RESET_MDP self < grace.okafor
Password expired
Good morning, I got the "your password has expired and must be changed" screen but it keeps rejecting whatever I type as new password. Please reset my login password. Grace Okafor, Ward 3

## RESET_MDP self < l.chen
cant log in pw forgotten
hiya forgot my pw again sorry!! can u reset it, username l.chen. ta

## RESET_MDP self < a.besson
Re: changement de mot de passe obligatoire
Bonjour,
J'ai bien re\u00e7u votre message mais une fois le nouveau mot de passe saisi j'ai fait une faute de frappe sans doute et depuis plus rien ne passe. Merci de me le refaire \u00e0 z\u00e9ro.
Anne Besson

-----Message d'origine-----
De : Service informatique
Envoy\u00e9 : lundi 8 janvier 2024 09:00
Objet : changement de mot de passe obligatoire
Votre mot de passe expire dans 5 jours. En cas de compte verrouill\u00e9, contactez le support.

## RESET_MDP self < noemie.gaillard
Plus de mdp
Le post-it avec mon mot de passe Windows a fini \u00e0 la poubelle (oui je sais, il ne fallait pas...). Vous pouvez m'en reg\u00e9n\u00e9rer un provisoire ?

## RESET_MDP self < nsow
oubli mot de pase ordinateur
bonjour je suis aide soignante de nuit je me souvient plus du mot de pase pour allum\u00e9 la session merci de le chang\u00e9. Nd\u00e8ye Sow

## RESET_MDP self < m.oconnor
Reset needed
Password reset please - domain account m.oconnor. I mistyped it when changing it this morning and have no idea what it actually is now.

Megan O'Connor
Northgate Logistics | Unit 4, Severn Park | +44 1632 960 011

## RESET_MDP self < i.lambert
session
Bonjour, mon compte Windows me demande un nouveau mot de passe mais il dit qu'il ne respecte pas la strat\u00e9gie, quoi que je fasse, et maintenant m\u00eame l'ancien ne marche plus. Aidez-moi \u00e0 repartir avec un mot de passe neuf. Mme Lambert, vie scolaire.

## RESET_MDP other=opinto < jdesnoyers !! password asked for a colleague by a third party
Mot de passe d'Olivier Pinto
Bonjour, Olivier Pinto est en audience et ne peut pas vous \u00e9crire, il a oubli\u00e9 son mot de passe. Pouvez-vous le r\u00e9initialiser et me le donner pour que je lui transmette ?
Julie

## RESET_MDP other=vblanc < jcartier
Compte V\u00e9ronique Blanc
Merci de r\u00e9initialiser le mot de passe de Mme V\u00e9ronique Blanc, notre secr\u00e9taire, qui reprend apr\u00e8s un long arr\u00eat. Elle sera l\u00e0 demain 8h30.
J. Cartier, directrice

## RESET_MDP other=tom.baker < helen.macdonald
Password for Tom Baker
Tom Baker in radiology has forgotten his password and is with a patient. Please reset it for him and call him on ext 221.
Helen

## RESET_MDP other < colin.m
stagiaire
bonjour le stagiaire n'arrive plus a ouvrir sa session il a perdu son mot de passe, pouvez vous le changer ? merci maelle

## DEBLOCAGE self < karim.benali
Compte verrouill\u00e9
Bonjour, je me suis tromp\u00e9 plusieurs fois de suite et Windows affiche maintenant que mon compte est verrouill\u00e9. Pouvez-vous le d\u00e9verrouiller ?
Karim Benali, pharmacie

## DEBLOCAGE self < aguerin
bloqu\u00e9e
bonjour ma session est bloquer depuis ce matin trop d'essais merci de debloquer. aurelie

## DEBLOCAGE self < dupuis.c
Session AD bloqu\u00e9e
<div>Bonjour,<br><br>Le message suivant appara&icirc;t&nbsp;: &laquo;&nbsp;Le compte r&eacute;f&eacute;renc&eacute; est actuellement verrouill&eacute; et il se peut qu'il ne soit pas possible de s'y connecter&nbsp;&raquo;.<br>Je connais mon mot de passe, il faut juste lever le blocage.<br><br>C. Dupuis</div>

## DEBLOCAGE self < gsanchez
d\u00e9v\u00e9rouiller mon compte svp
j'avais les majuscules activ\u00e9es, 5 essais et hop verouill\u00e9. Ga\u00ebl

## DEBLOCAGE self < c.briand
D\u00e9blocage
Pouvez-vous d\u00e9bloquer mon utilisateur c.briand ? Le clavier du poste de r\u00e9ception avait une touche coinc\u00e9e et j'ai d\u00e9pass\u00e9 le nombre de tentatives.

## DEBLOCAGE self < z.mansouri
compte
salut, mon compte est lock :( vs pouvez le delock ? merci bcp

## DEBLOCAGE self < e.wright
Locked out
Hi, I've locked myself out of my account (caps lock, of course). Please unlock it. Emily Wright

## DEBLOCAGE self < peter.lindqvist
Account locked - too many attempts
Windows says "The referenced account is currently locked out and may not be logged on to". I do know my password. Could somebody release it? Peter

## DEBLOCAGE self < d.hughes
unlock pls
acct locked agian, 3rd time this week, must be my phone with the old pasword. unlock d.hughes plz

## DEBLOCAGE self < yves.lecoq
Utilisateur verrouill\u00e9
Bonjour
Mon t\u00e9l\u00e9phone pro avait gard\u00e9 l'ancien code et a verrouill\u00e9 mon compte du domaine. J'ai corrig\u00e9 le t\u00e9l\u00e9phone, il reste \u00e0 d\u00e9verrouiller le compte.
Y. Le Coq

## DEBLOCAGE self < simon.f
Acc\u00e8s bloqu\u00e9 \u00e0 mon poste
Bonjour, trop de tentatives infructueuses cet apr\u00e8s-midi, mon compte utilisateur est bloqu\u00e9 et je dois finir les listes \u00e9lectorales. Merci de me d\u00e9bloquer rapidement. Florence Simon

## DEBLOCAGE self < jean-marc.olivier
TR: compte bloqu\u00e9
Pour info et traitement merci.
JM Olivier

De : Jean-Marc Olivier <jean-marc.olivier@clinique-platanes.example>
Envoy\u00e9 : mardi 12 mars 2024 07:41
\u00c0 : Secr\u00e9tariat
Objet : compte bloqu\u00e9

Je suis bloqu\u00e9 sur mon compte, il est verrouill\u00e9 depuis ce matin. Qui faut-il pr\u00e9venir ?

## DEBLOCAGE self < p.charpentier
Ouverture de session refus\u00e9e - compte verrouill\u00e9
Madame, Monsieur, Je vous saurais gr\u00e9 de bien vouloir d\u00e9verrouiller mon compte informatique, que mes petits-enfants ont bloqu\u00e9 en jouant avec l'ordinateur portable. Avec mes remerciements. Paule Charpentier

## DEBLOCAGE other=mfernandez < sroux
Maria bloqu\u00e9e
Bonjour, ma coll\u00e8gue Maria Fernandez (mfernandez) a son compte verrouill\u00e9 et ne peut pas faire ses transmissions. Pouvez-vous le d\u00e9bloquer ? Sandrine

## DEBLOCAGE other=s.patel < k.jones
Sanjay's account
Can you unlock Sanjay Patel's account? He's locked out and stuck in the warehouse without access. Cheers, Kevin

## DEBLOCAGE self < ruth.adeyemi
Login locked
Dear support, after my holiday I tried three old passwords before I remembered the right one and the system locked my user. Kindly unlock. Ruth

## RESET_MDP self < k.jones
new password pls
Can't remember my windows password after the bank holiday. New one please.
Kevin Jones

## RESET_MDP unknown < Accueil <accueil@clinique-platanes.example> @ platanes
mot de passe
Bonjour, je n'arrive plus \u00e0 me connecter, j'ai oubli\u00e9 mon mot de passe. Merci

## RESET_MDP unknown < Secretariat <secretariat@clinique-platanes.example> @ platanes
L\u00e9a Martin mot de passe
Bonjour c'est L\u00e9a Martin, j'ai oubli\u00e9 mon mot de passe Windows, j'\u00e9cris depuis la bo\u00eete du secr\u00e9tariat. Merci de le r\u00e9initialiser.

## DEBLOCAGE self < e.kowalski
Blocage compte
Bonjour, je nettoie ecran et clavier, et il a tape beaucoup de mot de passe faux. Maintenant compte verrouille. Vous aider moi ? Merci. Ewa

## DEBLOCAGE self < odile.renaud
Compte d\u00e9sesp\u00e9r\u00e9ment verrouill\u00e9
Troisi\u00e8me verrouillage du compte odile.renaud depuis lundi... Pouvez-vous le d\u00e9bloquer et accessoirement regarder d'o\u00f9 \u00e7a vient ?
`
