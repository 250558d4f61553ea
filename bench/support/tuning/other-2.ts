/** Labelled tickets, tuning set; the form is told in parse-tickets.ts. */
export const tuningOther2 = `
## AUTRE self < j.carter
How do I change my password?
Just wondering how I change my Windows password myself before it expires next week.

## AUTRE self < aguerin
Session lente
Ma session met cinq minutes \u00e0 s'ouvrir le matin.

## AUTRE self < mathilde.delatour
PDF prot\u00e9g\u00e9
Un confr\u00e8re m'a envoy\u00e9 un PDF avec mot de passe, je ne peux pas l'imprimer.

## AUTRE self < karim.benali
Compte de messagerie sur mobile
Comment installer ma messagerie pro sur mon nouveau t\u00e9l\u00e9phone ?

## AUTRE self < cmeunier
code armoire
le code de l'armoire \u00e0 pharmacie \u00e9lectronique ne marche plus

## AUTRE self < lea.martin
Carte CPS bloqu\u00e9e
Ma carte CPS est bloqu\u00e9e apr\u00e8s trois codes faux, que faire ?

## AUTRE self < mferrer
iPhone
Le code de d\u00e9verrouillage de mon iPhone est oubli\u00e9, il affiche iPhone indisponible.

## AUTRE self < samira.haddad
Fichier verrouill\u00e9
Le fichier Excel du planning est "verrouill\u00e9 pour modification par Yves", alors qu'il est parti. Pouvez-vous le d\u00e9bloquer ?

## AUTRE self < jean-marc.olivier
BitLocker
L'\u00e9cran demande une cl\u00e9 de r\u00e9cup\u00e9ration BitLocker au d\u00e9marrage.

## AUTRE self < nick.fraser
Site blocked
The GMC website is blocked by the filter, can you unblock it please?

## AUTRE self < i.lambert
Site bloqu\u00e9
Le site de Canop\u00e9 est bloqu\u00e9 par le proxy, pouvez-vous le d\u00e9bloquer pour les \u00e9l\u00e8ves ?

## AUTRE self < lguilhem ++
Plusieurs points
Bonjour, il nous faut 2 PC pour l'exploitation, l'imprimante fait du bruit et le scanner est en panne.

## RESET_MDP self < helene.bonnet ++
Mot de passe et imprimante
Bonjour, j'ai oubli\u00e9 mon mot de passe Windows et l'imprimante du 2e est en panne. Merci pour les deux.

## DEBLOCAGE self < d.hughes ++
Locked account + slow internet
My account is locked, please unlock. Also the internet in the transport office has been very slow all week.

## #DIAG self < jcartier ++
Internet et autre
Plus d'internet depuis ce matin sur tout le site. Et d\u00e8s que \u00e7a remarche il me faudra un nouvel \u00e9cran et un mot de passe pour la nouvelle cadre.

## RESET_MDP self < simon.f ++
2 demandes
Merci de r\u00e9initialiser mon mot de passe de session oubli\u00e9, et aussi celui du logiciel d'\u00e9tat civil.

## DEBLOCAGE self < celine.vasquez ++
Compte + mot de passe d'une coll\u00e8gue
Mon compte est verrouill\u00e9 \u00e0 d\u00e9bloquer svp. Et Alice Morel a oubli\u00e9 son mot de passe, si vous pouvez le r\u00e9initialiser aussi.

## AUTRE self < ruth.adeyemi ++
Several issues
Scanner not working, Excel licence expired, and my chair's USB hub is dead.
`
