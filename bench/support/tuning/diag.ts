/** Labelled tickets, tuning set; the form is told in parse-tickets.ts. */
export const tuningDiag = `
## #DIAG self < alice.morel
Coupure internet
Bonjour, plus d'internet sur tout le b\u00e2timent depuis 8h10.

## #DIAG self < karim.benali
R\u00e9seau en panne \u00e0 la pharmacie
Aucun poste de la pharmacie n'a de r\u00e9seau, les lecteurs sont d\u00e9connect\u00e9s et la messagerie ne r\u00e9pond plus. Le reste de la clinique semble fonctionner.

## #DIAG self < lea.martin2
lent
tout est hyper lent ce matin, internet et les dossiers partag\u00e9s, on est plusieurs au bloc \u00e0 le constater

## #DIAG self < david.lefebvre
Perte de paquets
Je constate 15 % de perte de paquets vers la passerelle depuis le VLAN soins, latence \u00e0 300 ms. Merci de v\u00e9rifier le lien op\u00e9rateur.

## #DIAG self < sroux
wifi tablettes
les tablettes de soins ne captent plus le wifi dans l'aile B depuis hier soir

## #DIAG self < jcartier
Panne totale EHPAD
Bonjour, plus de t\u00e9l\u00e9phone, plus d'internet, plus d'appel malade sur IP. C'est tr\u00e8s urgent pour la s\u00e9curit\u00e9 des r\u00e9sidents. J. Cartier, directrice

## #DIAG self < tpetit
box
la box internet est en rouge, plus rien marche

## #DIAG self < vblanc
#DIAG r\u00e9ponse
#DIAG Bonjour, le courant est l\u00e0, l'onduleur ne bipe pas, le voyant WAN de la box est orange clignotant. Les postes n'ont pas internet.

## #DIAG self < dupuis.c
Coupures r\u00e9seau
<p>Bonjour,</p><p>Le r&eacute;seau se coupe par intermittence &agrave; l'&eacute;tat civil&nbsp;: toutes les 5 &agrave; 10 minutes, nous perdons acc&egrave;s &agrave; tout pendant une minute.</p>

## #DIAG self < lemoine.a
Plus de connexion \u00e0 l'accueil
mon poste et celui de ma coll\u00e8gue n'ont plus de connexion, une petite croix rouge sur l'\u00e9cran en bas. Les autres bureaux \u00e7a va.

## #DIAG self < colin.m
ecole : pas d'internet
l'\u00e9cole n'a plus internet, la box est allum\u00e9e mais le voyant internet est \u00e9teint

## #DIAG self < mferrer
Connexion du cabinet
Bonjour, la connexion fibre du cabinet est coup\u00e9e. Impossible de d\u00e9poser nos conclusions, d\u00e9lai ce soir. Merci de voir avec l'op\u00e9rateur. Marc Ferrer

## #DIAG self < clacroix
Wifi salle de r\u00e9union
Le wifi ne marche pas en salle de r\u00e9union, il se connecte mais sans acc\u00e8s internet.

## #DIAG self < yves.lecoq
Panne switch ?
Un switch du local technique semble HS : plus aucun voyant et 12 postes sans r\u00e9seau.

## #DIAG self < odile.renaud
lenteur connexion
depuis la coupure d'electricit\u00e9 le reseau est super lent, meme les automates mettent 3 minutes pour envoyer un resultat

## #DIAG self < noemie.gaillard
liaison Frontignan
La liaison avec le site de Frontignan est coup\u00e9e, le tunnel VPN entre les deux sites ne remonte pas.

## #DIAG self < rcosta
pu de reseau
pu de reseau sur le quai 3, les scanner son deconecter

## #DIAG self < fmartel
Internet HS
Internet HS depuis ce matin, partag\u00e9 de connexion avec mon t\u00e9l\u00e9phone en attendant.

## #DIAG self < lguilhem
4G de secours
Le lien principal est tomb\u00e9 et la 4G de secours ne prend pas le relais, toute l'exploitation est arr\u00eat\u00e9e.

## #DIAG self < t.nguyen
Wi-Fi h\u00f4tel
Plus de Wi-Fi dans tout l'h\u00f4tel, clients m\u00e9contents. Les bornes du 2e \u00e9tage ont leur led rouge.

## #DIAG self < reception.chef
Coupure g\u00e9n\u00e9rale
TPE, t\u00e9l\u00e9phones, internet, r\u00e9servation : plus rien. La baie technique est \u00e9teinte, je crois que le disjoncteur a saut\u00e9.

## #DIAG self < r.thomas
Internet tr\u00e8s lent en salle informatique
Bonjour, avec 25 \u00e9l\u00e8ves internet rame \u00e9norm\u00e9ment, les pages ne se chargent pas. C'\u00e9tait bien avant les vacances.

## #DIAG self < i.lambert
Pas de r\u00e9seau CDI
Bonjour, les ordinateurs du CDI n'ont plus de r\u00e9seau depuis que la mairie a fait des travaux.

## #DIAG self < a.besson
connection internet
probleme de connection internet au secretariat depuis ce matin ca coupe et ca revient

## #DIAG self < e.wright
No internet
We have no internet connection in the office this morning. Everybody affected.

## #DIAG self < d.hughes
network down in yard office
all PCs in the yard office lost network at 6am, the little switch under the desk has no lights

## #DIAG self < s.patel
Slow internet
Internet is painfully slow across the building, speed test shows 2 Mbps. Video calls impossible.

## #DIAG self < k.jones
wi-fi
wifi is down in warehouse B, scanners cant connect

## #DIAG self < r.walker
Site outage
Our Bristol depot is completely offline: no phones, no internet. Provider says no fault on their side.

## #DIAG self < m.oconnor
RE: diagnostic steps
#DIAG power is on. Router: DSL light blinking, internet light off. Rebooted twice. All PCs affected.

## #DIAG self < grace.okafor
intermittent connection
The network connection keeps dropping on Ward 3, we lose the shared drive and the internet several times an hour.

## #DIAG self < helen.macdonald
phones down
All our desk phones say "no network" and the PCs have no internet either since the engineers left.

## #DIAG self < ruth.adeyemi
No Wi-Fi on trolleys
The medication trolleys can't connect to the wireless on the second floor, it says no internet.

## #DIAG self < peter.lindqvist
Link between buildings
Looks like the fibre link to the physio building is down, nobody here can reach the file server or the web.

## #DIAG self < z.mansouri
plus de wifi vie sco
bjr plus de wifi a la vie sco depuis hier, les tel et les portables voit pas le reseau

## #DIAG self < benoit.navarro
Prise r\u00e9seau HS
La prise r\u00e9seau du bureau des brancardiers ne fonctionne plus, pas de connexion quel que soit l'ordinateur.

## #DIAG self < pierre-yves.marchal
R\u00e9ponse au diagnostic
Suite \u00e0 votre mail : #diag les voyants du switch sont \u00e9teints, le reste de la baie est allum\u00e9.

Le 2 avril 2024 \u00e0 11:03, Support <support@hub.example> a \u00e9crit :
> Merci de r\u00e9pondre avec #DIAG en indiquant l'\u00e9tat des voyants.

## #DIAG self < jdesnoyers
plus rien
Plus d'internet, plus de serveur, plus de fax. M\u00eame le copieur indique "r\u00e9seau indisponible".

## #DIAG self < elodie.rousseau
D\u00e9connexions
Bonjour, nous sommes d\u00e9connect\u00e9es du r\u00e9seau plusieurs fois par jour au secr\u00e9tariat des consultations, tous les postes en m\u00eame temps.

## #DIAG self < bhamel
fibre coup\u00e9e
Un camion a arrach\u00e9 le c\u00e2ble devant le d\u00e9p\u00f4t, plus de fibre ni t\u00e9l\u00e9phone.

## #DIAG self < anna.schmidt
can't reach internet or shared drive
Nobody at reception can open any website or the shared drive, started 20 minutes ago.

## #DIAG self < pduval
Micro-coupures
Micro-coupures r\u00e9seau toute la nuit dans l'aile ouest, le wifi et les postes fixes d\u00e9crochent.

## #DIAG self < nick.fraser
Connectivity problem
Connectivity to the data centre is lost from the clinic, remote servers time out for everyone.
`
