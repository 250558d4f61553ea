/** Labelled tickets, tuning set; the form is told in parse-tickets.ts. */
export const tuningUnlock = `
## DEBLOCAGE self < alice.morel
Compte bloqu\u00e9
Bonjour, mon compte Windows est bloqu\u00e9 suite \u00e0 plusieurs erreurs de saisie, merci de le d\u00e9bloquer. Alice Morel

## DEBLOCAGE self < benoit.navarro
D\u00e9verrouillage de compte
Bonjour,
Pourriez-vous d\u00e9verrouiller mon compte benoit.navarro ? J'ai fait trop de tentatives avec le pav\u00e9 num\u00e9rique d\u00e9sactiv\u00e9.
B. Navarro - Brancardage

## DEBLOCAGE self < elodie.rousseau
session verrouill\u00e9e
Ma session est verrouill\u00e9e, "le compte r\u00e9f\u00e9renc\u00e9 est actuellement verrouill\u00e9". Je connais mon mot de passe.

## DEBLOCAGE self < celine.vasquez
compte verouille
bonjour compte verouille depuis 8h merci de debloquer celine vasquez

## DEBLOCAGE self < mathilde.delatour
Trop de tentatives
Bonjour, apr\u00e8s trop de tentatives de connexion, mon compte est verrouill\u00e9. Pouvez-vous lever ce verrouillage ?

## DEBLOCAGE self < mfernandez
bloque
bjr je sui bloquer sur l'ordi trop d'erreur de mot de passe sa met compte verrouiller vous pouver debloquer svp maria

## DEBLOCAGE self < vblanc
D\u00e9bloquer mon compte svp
<p>Bonjour,<br>Mon compte (vblanc) est verrouill&eacute; &agrave; cause du clavier en QWERTY. Merci de le d&eacute;bloquer.<br>V&eacute;ronique Blanc</p>

## DEBLOCAGE self < cmeunier
verrouillage
Le chat a march\u00e9 sur le clavier, compte verrouill\u00e9 ! D\u00e9blocage possible ? Chantal

## DEBLOCAGE self < nsow
Compte v\u00e9rouill\u00e9
Bonsoir je suis de nuit, mon compte vient de se v\u00e9rouiller, je ne peux pas faire mes transmissions, merci de d\u00e9bloquer rapidement. Nd\u00e8ye

## DEBLOCAGE self < garnier.s
acc\u00e8s bloqu\u00e9
Salut, mon acc\u00e8s est bloqu\u00e9, trop de mdp rat\u00e9s. D\u00e9blocage svp. St\u00e9phane

## DEBLOCAGE self < perez.l
AD bloqu\u00e9
Mon compte AD (perez.l) est bloqu\u00e9, \u00e0 d\u00e9bloquer d\u00e8s que possible.

## DEBLOCAGE self < colin.m
ma tablette a bloqu\u00e9 mon compte
Ma tablette envoyait encore l'ancien mot de passe, r\u00e9sultat mon compte utilisateur est verrouill\u00e9. Tablette corrig\u00e9e, reste \u00e0 d\u00e9verrouiller. Ma\u00eblle

## DEBLOCAGE self < jdesnoyers
Compte utilisateur verrouill\u00e9
Bonjour, mon compte utilisateur s'est verrouill\u00e9 \u00e0 la suite de plusieurs saisies erron\u00e9es. Je vous remercie de bien vouloir le d\u00e9verrouiller. Julie Desnoyers, assistante juridique, poste 12

## DEBLOCAGE self < clacroix
bloqu\u00e9e dehors
Bloqu\u00e9e \u00e0 l'ouverture de session : \u00ab compte verrouill\u00e9, contactez votre administrateur \u00bb. Je vous contacte donc :) Camille

## DEBLOCAGE self < samira.haddad
Verrouillage compte samira.haddad
Bonjour, pouvez-vous d\u00e9verrouiller samira.haddad ? Merci.

## DEBLOCAGE self < noemie.gaillard
compte bloqu\u00e9 2e fois
Rebonjour, mon compte s'est encore bloqu\u00e9 comme ce matin, pouvez-vous refaire la manip de d\u00e9blocage ?

## DEBLOCAGE self < rcosta
deblocage pc
bonjour je suis sur la route et mon compte windows et bloquer, trop de fois faux, merci de debloquer. ricardo costa

## DEBLOCAGE self < fmartel
D\u00e9blocage de session
Bonjour, ma session s'est bloqu\u00e9e apr\u00e8s 5 essais. J'ai retrouv\u00e9 le bon mot de passe depuis. Merci de d\u00e9bloquer. Fabienne Martel

## DEBLOCAGE self < c.briand
Compte bloquer
Je me suis tromp\u00e9 de mot de passe plusieur fois, du coup compte bloquer. Vous pouvez debloqu\u00e9 ?

## DEBLOCAGE self < reception.chef
Compte r\u00e9ception verrouill\u00e9
Bonjour, mon compte reception.chef est verrouill\u00e9 ce matin, clients qui attendent au comptoir, merci de le d\u00e9bloquer. Sophie Aubry

## DEBLOCAGE self < r.thomas
verrouill\u00e9
Bonjour, un \u00e9l\u00e8ve s'est amus\u00e9 \u00e0 taper n'importe quoi sur mon poste : compte verrouill\u00e9. Le d\u00e9verrouiller svp. R. Thomas, maths

## DEBLOCAGE self < p.charpentier
Blocage de mon compte
Madame, Monsieur, mon compte est bloqu\u00e9 pour cause d'essais infructueux. Je me souviens de mon mot de passe. Auriez-vous l'amabilit\u00e9 de le d\u00e9bloquer ?

## DEBLOCAGE self < j.carter
Account locked
Hi, my account is locked after too many wrong attempts. Can you unlock it please? James

## DEBLOCAGE self < s.patel
Unlock request
Please unlock s.patel, locked out by my old phone still syncing with the previous password.

## DEBLOCAGE self < m.oconnor
locked
locked out of my pc, caps lock was on :( know the password, just need unlocking

## DEBLOCAGE self < l.chen
Locked user account
Hello Service Desk,
My user account has been locked due to multiple failed logon attempts. Kindly unlock.
Regards,
Lily Chen
Finance | Northgate Logistics
This email is confidential and intended solely for the addressee.

## DEBLOCAGE self < anna.schmidt
Acount lockd
my acount is lockd can you unlok it please, thank you Anna

## DEBLOCAGE self < grace.okafor
Can't log on - locked
Error: "The referenced account is currently locked out". I'm on nights until 7.

## DEBLOCAGE self < tom.baker
Re: Re: locked again
Yep, locked again 10 minutes after you unlocked it. Could you release it once more?

From: Service Desk
Sent: 12 February 2024 09:11
To: Tom Baker
Subject: Re: locked again
We've unlocked your account. Let us know if your password needs to be reset.

## DEBLOCAGE self < helen.macdonald
Locked out of my account!!
Three wrong goes and out I am. Unlock please. Helen MacDonald, Outpatients

## DEBLOCAGE self < peter.lindqvist
AD lockout
AD account peter.lindqvist is in lockout state, please clear it.

## DEBLOCAGE self < r.walker
Account unlock
Hi all, I managed to lock my account. Please unlock when you get a chance, no rush. Robert Walker

## DEBLOCAGE self < lguilhem
bloqu\u00e9
Bonjour, Luc Guilhem. Mon compte est verrouill\u00e9 depuis ce matin. A d\u00e9bloquer SVP, merci les gars.

## DEBLOCAGE self < barbier.r
Compte
Bonjour, mon compte informatique est verrouill\u00e9. Merci de faire le n\u00e9cessaire pour le d\u00e9bloquer avant le conseil municipal de 18h30. R. Barbier, Maire

## DEBLOCAGE self < yves.lecoq
locked
hello mon compte est locked, vous pouvez unlock ? yves

## DEBLOCAGE self < aguerin
Tr: Verrouillage
Cdt. Aur\u00e9lie

---------- Forwarded message ---------
De : Aur\u00e9lie Gu\u00e9rin <aguerin@ehpad-mimosas.example>
Date: mar. 6 f\u00e9vr. 2024 \u00e0 08:15
Subject: Verrouillage
To: Accueil

Bonjour, mon compte est verrouill\u00e9 depuis ce matin, qui peut le d\u00e9verrouiller svp ?

## DEBLOCAGE other=pduval < sroux
Compte de Pascal Duval
Bonjour, le compte de Pascal Duval est verrouill\u00e9, peut-on le d\u00e9bloquer ? Merci Sandrine

## DEBLOCAGE other=simon.f < perez.l
coll\u00e8gue bloqu\u00e9e
Florence Simon a bloqu\u00e9 son compte, elle est \u00e0 c\u00f4t\u00e9 de moi au guichet, il faudrait le d\u00e9bloquer rapidement

## DEBLOCAGE other=bhamel < fmartel
bernadette
Bernadette Hamel est bloqu\u00e9e (trop d'essais). D\u00e9verrouiller bhamel svp.

## DEBLOCAGE other=m.dasilva < reception.chef
Barman bloqu\u00e9
Miguel Da Silva ne peut plus se connecter \u00e0 la caisse, son compte Windows est verrouill\u00e9. Merci de le d\u00e9verrouiller avant le service.

## DEBLOCAGE other=d.hughes < m.oconnor
Dan is locked out
Daniel Hughes has locked himself out, can you unlock his account? d.hughes

## DEBLOCAGE other=ruth.adeyemi < helen.macdonald
Unlock Ruth Adeyemi
Could you unlock the account of Ruth Adeyemi please, she's on the ward and can't call.

## DEBLOCAGE other < jean-marc.olivier
interne bloqu\u00e9
Bonjour, le compte de l'interne des urgences est bloqu\u00e9, il faudrait le d\u00e9verrouiller, merci.

## DEBLOCAGE unknown < Bar <bar@hotel-bellerive.example> @ bellerive
compte bloqu\u00e9
bonjour compte windows bloqu\u00e9 merci de d\u00e9bloquer

## DEBLOCAGE self < odile.renaud
Blocage suite \u00e0 erreurs
Je tape mon mot de passe \u00e0 l'aveugle \u00e0 cause de mes gants\u2026 3 erreurs et compte verrouill\u00e9. D\u00e9blocage demand\u00e9. Odile
`
