/** Labelled tickets, tuning set; the form is told in parse-tickets.ts. */
export const tuningReset1 = `
## RESET_MDP self < benoit.navarro
Oubli mot de passe session
Bonjour, de retour de vacances, j'ai oubli\u00e9 mon mot de passe Windows. Pouvez-vous le r\u00e9initialiser svp ? Merci d'avance, Beno\u00eet Navarro

## RESET_MDP self < elodie.rousseau
R\u00e9initialisation MDP
Bonjour,
Merci de bien vouloir r\u00e9initialiser mon mot de passe de session, il n'est plus accept\u00e9 depuis ce matin sur PC-PLAT-014.
\u00c9lodie Rousseau, secr\u00e9tariat consultations

## RESET_MDP self < lea.martin
Mot de passe expir\u00e9
Mon mot de passe a expir\u00e9 pendant mon arr\u00eat maladie et l'\u00e9cran de changement ne s'affiche pas. Il me faudrait un mot de passe provisoire. L\u00e9a Martin, imagerie

## RESET_MDP self < sroux
reset mdp
Bonjour reset mdp windows sroux merci

## RESET_MDP self < mfernandez
mot de passe oublier
bjr jai oublier mon mots de passe pour me connecter a l'ordinateur du poste de soin pouvais vous le r\u00e9initialis\u00e9 merci bonne journ\u00e9e maria

## RESET_MDP self < pduval
MDP
jme rappel plus du mdp de ma session vous pouvez men remettre un

## RESET_MDP self < aguerin
Mot de passe incorrect
Bonjour, "mot de passe incorrect" s'affiche sans arr\u00eat \u00e0 l'ouverture de Windows. J'ai v\u00e9rifi\u00e9 le verr. maj. Je ne vois pas d'autre solution que de le r\u00e9initialiser. Aur\u00e9lie Gu\u00e9rin, animation

## RESET_MDP self < nsow
Urgent session
Je prends mon service \u00e0 20h45 et je ne me souviens plus de mon mot de passe Windows. Merci de m'en donner un nouveau avant la rel\u00e8ve.

## RESET_MDP self < lemoine.a
Nouveau mot de passe
<p>Bonjour,</p><p>J'ai chang&eacute; mon mot de passe vendredi soir et lundi je ne sais plus du tout lequel j'ai choisi. Pouvez-vous m'en attribuer un autre ?</p><p>Annick Lemoine<br>Accueil de la mairie<br>04 67 00 12 34</p>

## RESET_MDP self < garnier.s
Perte de mot de passe
Mon mot de passe r\u00e9seau est perdu. Identifiant : garnier.s. \u00c0 r\u00e9initialiser d\u00e8s que possible, merci.

## RESET_MDP self < colin.m
mdp oubli\u00e9
coucou, trou de m\u00e9moire total sur le mot de passe de mon poste !! vous pouvez reinitialiser ? maelle (colin.m)

## RESET_MDP self < opinto
Session Windows - mot de passe
Cher support, mon mot de passe de session m'\u00e9chappe apr\u00e8s trois semaines d'absence. Merci d'en g\u00e9n\u00e9rer un provisoire que je changerai \u00e0 la connexion. O. Pinto

## RESET_MDP self < clacroix
Impossible d'ouvrir ma session
Je n'arrive plus \u00e0 ouvrir ma session, le mot de passe est refus\u00e9 alors que c'est le bon\u2026 du moins je le crois. Faut-il le r\u00e9initialiser ?

## RESET_MDP self < yves.lecoq
mot de passe r\u00e9seau
Bonjour, mon mot de passe du domaine est arriv\u00e9 \u00e0 expiration, je ne peux pas le changer \u00e0 distance. Pourriez-vous le remettre \u00e0 z\u00e9ro ? Yves Le Coq

## RESET_MDP self < odile.renaud
Modification mot de passe
Bonjour, je souhaite faire r\u00e9initialiser mon mot de passe Windows, oubli\u00e9. Joignable au 04 67 00 55 21.
Cordialement
Odile RENAUD
Technicienne de laboratoire
Laboratoire Oc\u00e9ane
Ce message et ses pi\u00e8ces jointes sont confidentiels. Si vous n'\u00eates pas le destinataire, merci de le d\u00e9truire.

## RESET_MDP self < fmartel
Re: Re: connexion
Oui c'est bien le mot de passe de ma session que j'ai oubli\u00e9, merci de me le r\u00e9initialiser.
Fabienne

Le lun. 5 f\u00e9vr. 2024 \u00e0 10:12, Support <support@hub.example> a \u00e9crit :
> Bonjour, s'agit-il de la session Windows ou du logiciel d'exploitation ?
> Cordialement

## RESET_MDP self < gsanchez
code session
yo le code pour ma session windows marche plus, faut le remettre a zero stp

## RESET_MDP self < bhamel
Mot passe Windows
Bonjour. J'ai fait le changement de mot de passe demand\u00e9, mais j'ai d\u00fb me tromper en le tapant. Aujourd'hui il est refus\u00e9. Merci de m'aider en le r\u00e9initialisant. Bernadette Hamel

## RESET_MDP self < t.nguyen
reinit password
Bonjour besoin d'une reinitialisation de mon mot de passe AD, user t.nguyen, merci

## RESET_MDP self < e.kowalski
password
Bonjour je pas souvenir mot de passe ordinateur etage. Donner nouveau merci. Ewa Kowalski

## RESET_MDP self < r.thomas
Mot de passe perdu
Bonjour, j'ai perdu mon mot de passe de session (compte r.thomas). Je suis en salle des profs jusqu'\u00e0 midi.

## RESET_MDP self < z.mansouri
je ne peux plus me connecter
Bonjour, Windows me dit que mon mot de passe a expir\u00e9 et doit \u00eatre chang\u00e9 mais quand je valide \u00e7a tourne dans le vide. Un nouveau mot de passe r\u00e9glerait le souci ? Zineb

## RESET_MDP self < a.besson
ai oubli\u00e9 MOT DE PASSE
BONJOUR JE N'ARRIVE PLUS A RENTRER DANS MON ORDINATEUR J'AI OUBLIE MON MOT DE PASSE MERCI DE ME LE RENVOYER A ZERO. MME BESSON

## RESET_MDP self < i.lambert
Mot de pase
Je me permet de vous \u00e9crire car j'ai oubli\u00e9 le mot de passe que j'avait mis hier. Pouvez vous le r\u00e9nitialiser.

## RESET_MDP self < perez.l
Changement de mot de passe rat\u00e9
Bonjour, j'ai voulu changer mon mot de passe avec Ctrl+Alt+Suppr, le t\u00e9l\u00e9phone a sonn\u00e9, bref je ne sais plus ce que j'ai tap\u00e9. R\u00e9initialisation n\u00e9cessaire je crois bien ! Lucie

## RESET_MDP self < c.briand
tr : mot de passe
De : Clotilde Briand
Envoy\u00e9 : jeudi 4 avril 2024 18:02
\u00c0 : Support
Objet : mot de passe

Bonsoir, plus moyen de retrouver mon mot de passe pour ouvrir la session de l'\u00e9conomat. Merci de le r\u00e9initialiser demain matin.

## RESET_MDP self < rcosta
mot de passe + compte bloqu\u00e9
j'ai oubli\u00e9 mon mot de passe, \u00e0 force d'essayer le compte s'est bloqu\u00e9 aussi. merci de me mettre un nouveau mdp. Ricardo

## RESET_MDP self < karim.benali
Mot de passe oubli\u00e9 et compte verrouill\u00e9
Bonjour, ne me souvenant plus de mon mot de passe, j'ai fait plusieurs essais et le compte est maintenant verrouill\u00e9. Il faudrait donc r\u00e9initialiser le mot de passe.

## RESET_MDP self < samira.haddad
Mot de passe \u00e0 changer
Ma coll\u00e8gue a vu mon mot de passe en regardant mon \u00e9cran, je pr\u00e9f\u00e8re que vous le r\u00e9initialisiez par s\u00e9curit\u00e9. Samira

## RESET_MDP self < j.carter
Password reset
Hello, please reset my domain password, I've forgotten it. Username: j.carter. Thanks

## RESET_MDP self < e.wright
Can't sign in to Windows
Morning! My PC says "The user name or password is incorrect". I changed it on Friday and clearly don't remember what to. Please reset my password.
Emily Wright | HR Advisor | Northgate Logistics

## RESET_MDP self < s.patel
pasword forgoten
hi forgot my pasword for the computer, pls reset. sanjay

## RESET_MDP self < d.hughes
Reset my windows password please
As above. Dan Hughes, transport office

## RESET_MDP self < l.chen
Expired password
My password expired while I was on leave and I can't set a new one from home because I can't log in in the first place. A temporary password would help. Lily

## RESET_MDP self < anna.schmidt
Forgotten password
Dear IT, after my parental leave I no longer remember my password to log on to the workstation. Would you kindly issue a new one? Anna Schmidt

## RESET_MDP self < tom.baker
pwd
need a pwd reset, tom.baker

## RESET_MDP self < helen.macdonald
I've forgotten my password AGAIN
So sorry. Fourth time this year. Could you please reset it and I'll write it in my head this time. Helen

## RESET_MDP self < ruth.adeyemi
Re: Ticket 8841
Thanks, but it's still not accepting the password. I think it needs a fresh reset, whatever I typed yesterday isn't it.

On Tue, 9 Jan 2024 at 16:20, Service Desk <desk@hub.example> wrote:
> Your password has been reset. Please change it at next logon.
> If your account is locked let us know.

## RESET_MDP self < m.oconnor
New temporary password
<p>Hello,</p><p>I need a temporary password for my Windows logon &ndash; the current one is lost.</p><p>Megan O&#39;Connor</p>

## RESET_MDP self < k.jones2
Password
Can you reset the password for my login k.jones2? I forgot it after the shutdown.

## RESET_MDP self < jean-marc.olivier
Plus de mot de passe
Bonjour, le mot de passe que le service informatique m'a remis la semaine derni\u00e8re n'est pas accept\u00e9. Merci d'en recr\u00e9er un pour ma session. JM Olivier

## RESET_MDP self < helene.bonnet
mdp svp
Mon mdp de session a saut\u00e9 apparemment, impossible de me loguer. Un petit reset ?

## RESET_MDP self < vblanc
Identifiants de session
Bonjour, j'ai perdu le papier avec mes identifiants et mot de passe de session. Mon identifiant c'est vblanc. Pouvez-vous refaire le mot de passe ?

## RESET_MDP self < simon.f
Connexion poste
J'ai saisi mon mot de passe habituel mais Windows r\u00e9pond \u00ab Nom d'utilisateur ou mot de passe incorrect. R\u00e9essayez. \u00bb. Pouvez-vous me cr\u00e9er un nouveau mot de passe ?

## RESET_MDP self < p.charpentier
demande
Bonjour Messieurs, le mot de passe de mon ordinateur ne me revient pas. Voulez-vous bien le remplacer par un autre ? Merci. P. Charpentier

## RESET_MDP self < peter.lindqvist
Login problem
My password isn't working any more since this morning's forced change, please set a new one for me. Peter Lindqvist, physio

## RESET_MDP other=lea.martin2 < celine.vasquez
mot de passe pour L\u00e9a Martin (bloc)
Bonjour, notre coll\u00e8gue L\u00e9a Martin (lea.martin2) a oubli\u00e9 son mot de passe, pouvez-vous le r\u00e9initialiser ? Elle n'a pas acc\u00e8s \u00e0 sa messagerie. C\u00e9line Vasquez

## RESET_MDP other=tpetit < jcartier
Thierry Petit
Thierry Petit a oubli\u00e9 son mot de passe Windows. Merci de le r\u00e9initialiser et de l'appeler au poste 210. La directrice.

## RESET_MDP other=dupuis.c < lemoine.a
pour Christian
Christian Dupuis est devant moi, il ne peut plus ouvrir sa session, mot de passe oubli\u00e9. Vous pouvez faire le n\u00e9cessaire ?

## RESET_MDP other=gsanchez < lguilhem
mdp gael
bonjour gael sanchez a encore oubli\u00e9 son mot de passe, lui en remettre un svp

## RESET_MDP other=e.kowalski < reception.chef
Mot de passe d'une employ\u00e9e
Bonjour, Ewa Kowalski, femme de chambre, ne se souvient plus de son mot de passe pour la tablette et la session. Merci de r\u00e9initialiser son compte e.kowalski.

## RESET_MDP other=z.mansouri < i.lambert
Mot de passe surveillante
La nouvelle surveillante, Zineb Mansouri, n'a jamais r\u00e9ussi \u00e0 se connecter avec le mot de passe fourni. Pouvez-vous lui en refaire un ?
`
