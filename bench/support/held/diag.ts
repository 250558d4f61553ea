/** Labelled tickets, held set; the form is told in parse-tickets.ts. */
export const heldDiag = `
## #DIAG self < elodie.rousseau
Plus d'internet au secr\u00e9tariat
Bonjour, depuis 9h plus aucun des cinq postes du secr\u00e9tariat n'a internet. Les t\u00e9l\u00e9phones fonctionnent.

## #DIAG self < pduval
panne r\u00e9seau g\u00e9n\u00e9rale
Tout est tomb\u00e9 ! plus de r\u00e9seau, plus d'internet, plus de logiciel de soins, le bo\u00eetier de l'op\u00e9rateur clignote rouge. Pascal

## #DIAG self < garnier.s
Lenteurs
Bonjour, l'ouverture des pages web et des fichiers sur le serveur est extr\u00eamement lente depuis la fin de matin\u00e9e, pour tout le premier \u00e9tage.

## #DIAG self < opinto
coupure fibre ?
Nous n'avons plus de connexion depuis l'intervention des travaux dans la rue. Box \u00e9teinte puis rallum\u00e9e, rien n'y fait.

## #DIAG self < pierre-yves.marchal
R\u00e9seau instable
La connexion coupe toutes les dix minutes sur le plateau technique, les automates perdent le lien avec le serveur. \u00c7a revient tout seul au bout d'une minute ou deux.

## #DIAG self < bhamel
wifi ko
le wifi marche plus dans l'entrepot, les douchettes sont toutes hors ligne

## #DIAG self < t.nguyen
Clients sans Wi-Fi
Bonjour, plusieurs chambres du 3e \u00e9tage se plaignent que le Wi-Fi ne fonctionne pas. Le r\u00e9seau appara\u00eet mais pas d'acc\u00e8s Internet. \u00c0 la r\u00e9ception c'est pareil.

## #DIAG self < r.thomas
salle info HS r\u00e9seau
<p>Les 18 postes de la salle B12 affichent &laquo; pas de connexion r&eacute;seau &raquo;. Le switch dans l'armoire n'a plus aucune diode allum&eacute;e.</p>

## #DIAG self < s.patel
Internet down
No internet on the whole Severn Park site since about 8:15. Router lights are red. We can't print labels or reach the WMS.

## #DIAG self < anna.schmidt
Network very slow
Everything is crawling this morning - web pages take ages and the shared drive times out. Same for all colleagues on the ground floor.

## #DIAG self < tom.baker
wifi dropping
Wireless in radiology keeps dropping every few min, laptops and tablets both. Wired PCs look fine.

## #DIAG self < celine.vasquez
T\u00e9l\u00e9phones et internet coup\u00e9s
Plus aucune tonalit\u00e9 sur les postes IP de l'\u00e9tage et plus d'internet non plus, suite \u00e0 la microcoupure EDF de cette nuit.

## #DIAG self < jcartier
RE: [GLPI #0004512] Diagnostic \u00e0 r\u00e9aliser
#DIAG
Courant : oui
Voyants du routeur : power vert, internet rouge fixe
Red\u00e9marr\u00e9 \u00e0 10h05, pas de changement
Autres postes touch\u00e9s : tous

Le 14 mars 2024 \u00e0 09:50, Support a \u00e9crit :
> Bonjour, merci de r\u00e9pondre \u00e0 ce message en conservant #DIAG
> 1. Le courant est-il pr\u00e9sent ?

## #DIAG self < lemoine.a
annexe coup\u00e9e de la mairie
l'annexe des services techniques ne joint plus le r\u00e9seau de la mairie : ni lecteurs, ni t\u00e9l\u00e9phones, ni web. le lien entre les deux b\u00e2timents doit \u00eatre tomb\u00e9.

## #DIAG self < fmartel
pb conexion
pu dinternet depui tt a leure sur ts les pc du quai on peu plus edit\u00e9 les bon de livraison

## #DIAG self < nick.fraser
VPN tunnel to satellite clinic down
The site-to-site link to the Millbrook clinic is down, nobody there can reach any server here. Their broadband seems up.

## #DIAG self < clacroix
Prise r\u00e9seau morte bureau 4
La prise murale du bureau 4 ne donne plus de r\u00e9seau : test\u00e9 avec deux PC portables et deux c\u00e2bles, croix rouge sur l'ic\u00f4ne.

## #DIAG self < k.jones2
Warehouse offline
Whole warehouse lost network after the power cut, switches in cabinet 2 are dark.

## #DIAG self < david.lefebvre
Alerte onduleur baie B
L'onduleur de la baie B bipe et le switch d'\u00e9tage red\u00e9marre en boucle, le deuxi\u00e8me \u00e9tage perd le r\u00e9seau par intermittence.

## #DIAG self < helene.bonnet
D\u00e9bit catastrophique
Bonjour \u00e0 tous. Visioconf\u00e9rences impossibles, speedtest \u00e0 0,8 Mb/s au lieu de 100, constat\u00e9 sur plusieurs ordinateurs du b\u00e2timent administratif.
`
