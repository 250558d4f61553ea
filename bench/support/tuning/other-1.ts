/** Labelled tickets, tuning set; the form is told in parse-tickets.ts. */
export const tuningOther1 = `
## AUTRE self < benoit.navarro
Mot de passe logiciel dossier patient
Bonjour, mon mot de passe du dossier patient informatis\u00e9 a expir\u00e9, je n'arrive pas \u00e0 le renouveler. La session Windows fonctionne.

## AUTRE self < helene.bonnet
Acc\u00e8s logiciel de paie
Bonjour, j'ai oubli\u00e9 mon mot de passe du logiciel de paie. Pouvez-vous le r\u00e9initialiser ?

## AUTRE self < mfernandez
netsoins
bjr j ai perdu mon code pour netsoins comment je fait pour les transmissions

## AUTRE self < noemie.gaillard
Compte bloqu\u00e9 sur le SIL
Mon compte est bloqu\u00e9 dans le logiciel de laboratoire (SIL) apr\u00e8s 3 essais. Pouvez-vous le d\u00e9bloquer c\u00f4t\u00e9 \u00e9diteur ?

## AUTRE self < garnier.s
Portail Chorus
Mot de passe Chorus Pro oubli\u00e9, je n'arrive pas \u00e0 avoir le mail de r\u00e9initialisation.

## AUTRE self < opinto
e-barreau
Mot de passe e-barreau \u00e0 r\u00e9initialiser, la cl\u00e9 n'est plus reconnue non plus.

## AUTRE self < fmartel
Mot de passe Gmail de l'entreprise
La bo\u00eete Gmail du d\u00e9p\u00f4t demande un mot de passe que je n'ai pas, Luc est en cong\u00e9s.

## AUTRE self < c.briand
Booking
Notre compte Booking est verrouill\u00e9 apr\u00e8s plusieurs essais, comment le d\u00e9bloquer ?

## AUTRE self < z.mansouri
pronote
mdp pronote oubli\u00e9 vous pouvez le reset ?

## AUTRE self < j.carter
WMS password
Forgot my password for the warehouse management system, the Windows one is fine. Who can reset it?

## AUTRE self < grace.okafor
e-learning login
My training portal account is locked, it says contact your administrator. Not my PC login, the e-learning website.

## AUTRE self < s.patel
SAP account locked
SAP locked my user after 3 bad passwords. Please unlock in SAP.

## AUTRE self < tom.baker
PACS password
PACS is asking me for a new password and refuses everything I try.

## AUTRE self < perez.l
Mot de passe wifi
Bonjour, quel est le mot de passe du wifi de la salle du conseil ? Des intervenants en ont besoin.

## AUTRE self < tpetit
cl\u00e9 wifi
c koi la cl\u00e9 wifi pr mon tel svp

## AUTRE self < r.thomas
WiFi invit\u00e9
Pourriez-vous me transmettre le code du Wi-Fi invit\u00e9s pour la r\u00e9union parents-profs ?

## AUTRE self < l.chen
wifi password meeting room
Could you send me the wifi password for the meeting room, we have visitors at 2.

## AUTRE self < alice.morel
Imprimante du bloc
L'imprimante d'\u00e9tiquettes du bloc n'imprime plus, elle clignote orange.

## AUTRE self < sroux
toner
Bonjour il n'y a plus de toner noir dans l'imprimante du bureau infirmier. Merci d'en commander.

## AUTRE self < dupuis.c
Imprimante hors ligne
Mon imprimante appara\u00eet hors ligne alors qu'elle est allum\u00e9e. Les coll\u00e8gues impriment normalement dessus.

## AUTRE self < clacroix
Bourrage
Le copieur bourre \u00e0 chaque recto-verso.

## AUTRE self < ruth.adeyemi
Printer jam
The printer in outpatients is jamming on every second page.

## AUTRE self < e.wright
Printer not printing
My documents go to the queue and never come out. Printer HR-02.

## AUTRE self < david.lefebvre
VPN SSL
Mon client VPN affiche "\u00e9chec d'authentification du certificat" depuis la mise \u00e0 jour de ce matin, de la maison.

## AUTRE self < m.oconnor
VPN from home
Can't get the VPN client to install on my home laptop, it asks for admin rights.

## AUTRE self < jdesnoyers
T\u00e9l\u00e9phone
Mon t\u00e9l\u00e9phone fixe ne sonne plus, les appels arrivent directement sur le r\u00e9pondeur.

## AUTRE self < lemoine.a
Renvoi d'appel
Bonjour, comment renvoyer la ligne de l'accueil vers mon portable entre 12h et 14h ?

## AUTRE self < bhamel
casque
le casque t\u00e9l\u00e9phone gr\u00e9sille, possible d'en avoir un autre ?

## AUTRE self < k.jones
Desk phone
My desk phone screen is blank but I can still hear calls. Needs replacing?

## AUTRE self < jcartier
Arriv\u00e9e infirmi\u00e8re
Bonjour, Mme Sabine Leroux arrive lundi 3 juin comme infirmi\u00e8re. Merci de cr\u00e9er sa session, son adresse mail et ses acc\u00e8s au logiciel de soins.

## AUTRE self < i.lambert
D\u00e9part
M. Renaud Colas quitte l'\u00e9tablissement le 30. Merci de d\u00e9sactiver son compte.

## AUTRE self < r.walker
New starter
New driver manager Oscar Reid starts on Monday, needs a laptop, an account and a phone.

## AUTRE self < reception.chef
Acc\u00e8s dossier partag\u00e9
Bonjour, pouvez-vous donner acc\u00e8s \u00e0 Clotilde au dossier \u00c9conomat ? Sophie

## AUTRE self < simon.f
Lecteur r\u00e9seau
Le lecteur S: a disparu de mon poste, les autres l'ont toujours.

## AUTRE self < odile.renaud
PC lent
Mon ordinateur met dix minutes \u00e0 d\u00e9marrer, il est tr\u00e8s lent depuis la mise \u00e0 jour.

## AUTRE self < gsanchez
ecran bleu
pc ecran bleu au demarrage, redemare en boucle

## AUTRE self < rcosta
Souris
souris sans fil morte, pile chang\u00e9e rien a faire

## AUTRE self < anna.schmidt
Monitor flickering
The left monitor at the front desk keeps flickering.

## AUTRE self < d.hughes
Excel macro
The freight cost spreadsheet macro gives error 1004 since the Office update.

## AUTRE self < celine.vasquez
Messagerie
Outlook ne re\u00e7oit plus de mail depuis hier, mais j'arrive \u00e0 en envoyer.

## AUTRE self < pduval
mail suspect
Bonjour, j'ai re\u00e7u un mail qui demande mon mot de passe pour "d\u00e9bloquer mon compte", je n'ai pas cliqu\u00e9. Est-ce vous ?

## AUTRE self < helen.macdonald
Suspicious email
I got an email asking me to reset my password by clicking a link. Is it genuine? I have not clicked.

## AUTRE self < barbier.r
Visioconf\u00e9rence
Le micro de la salle des mariages ne fonctionne plus en visio.

## AUTRE self < yves.lecoq
Sauvegarde
Avez-vous la sauvegarde du fichier Planning.xlsx de jeudi dernier ? Je l'ai \u00e9cras\u00e9.

## AUTRE self < pierre-yves.marchal
Licence
La licence du logiciel de statistiques expire la semaine prochaine.

## AUTRE self < nsow
badgeuse
la badgeuse de l'entr\u00e9e du personnel reconnais plus mon badge

## AUTRE self < t.nguyen
TV chambre 214
La t\u00e9l\u00e9vision de la chambre 214 n'a plus de cha\u00eenes.

## AUTRE self < m.dasilva
Caja
Hola, la caja del bar no abre la sesi\u00f3n, contrase\u00f1a incorrecta. \u00bfQu\u00e9 hago?

## AUTRE self < e.kowalski
Zapomniane has\u0142o
Dzie\u0144 dobry, nie pami\u0119tam has\u0142a do komputera, prosz\u0119 o nowe. Dzi\u0119kuj\u0119, Ewa

## AUTRE self < anna.schmidt
Konto gesperrt
Guten Tag, mein Konto ist gesperrt, bitte entsperren Sie es. Vielen Dank

## AUTRE unknown < a.besson
(sans objet)
<p></p>

## AUTRE unknown < rcosta
test
test

## AUTRE unknown < fmartel
Bonjour
Bonjour,
Cordialement
Fabienne Martel

## AUTRE self < vblanc
Re: [GLPI #0003321] Mot de passe
Merci, cela fonctionne, vous pouvez clore le ticket.

> Bonjour, votre mot de passe a \u00e9t\u00e9 r\u00e9initialis\u00e9, pouvez-vous nous confirmer que vous arrivez \u00e0 ouvrir votre session ?

## AUTRE self < peter.lindqvist
Re: Account locked
All working now, thanks for unlocking it so quickly!

## AUTRE self < colin.m
strat\u00e9gie mot de passe
Question : tous les combien de temps doit-on changer notre mot de passe, et combien de caract\u00e8res minimum ?
`
