/** Written once the rules passed the sets before, with people of their own. */
export const freshFrames = `
Suite au départ de {p}, sa boîte ({mail}) est redirigée vers {p2}. Licence libérée, délégation posée. @@ Licence délégation
On a essayé avec {login} / {pw} puis avec le compte de {first2}, même erreur 691 du VPN, horloge du poste décalée. @@ erreur VPN horloge
{first} ? c'est {first2}. Peux-tu regarder la caisse, elle ne lit plus les codes-barres ; douchette reprogrammée. @@ caisse douchette
Signature : {p} — Cadre de santé — Tél. {tel} — Port. {telintl} @@ Cadre santé
Note interne : client très énervé ({M} {N}), le rappeler avant midi au {tel}. Fibre coupée par des travaux, opérateur prévenu. @@ Fibre opérateur
l'ordi de {n} affiche « mot de passe incorrect », il tape {pw} alors que c'est {pw}, verrouillage majuscules activé @@ majuscules
{N}-{N2} est le nouveau nom de {first} : compte renommé, adresse de messagerie secondaire conservée. @@ messagerie secondaire
Machine {pc}, IP {ip}, utilisateur connecté {login} : carte réseau en 100 Mb, câble Cat5 remplacé. @@ carte câble
Compte-rendu de {Dr} {N} introuvable dans le dossier de {p2}, index de recherche reconstruit. @@ index recherche
RDV fixé avec {first} {last_initial}., {addr}, digicode {pin}. Baie refroidie, ventilateur changé. @@ Baie ventilateur
{Mme} {N}, {Mme} {N2} et {first} n'ont plus de son dans les visios, pilote audio restauré. @@ pilote audio
I spoke to {first} and to {n2}; neither can scan to e-mail because SMTP authentication had expired. @@ SMTP authentication
{p}'s monitor flickers ({serial}), cable swapped with the one of {first2}. @@ cable
Forwarded by {mail}: "{pw}" was rejected as password for {login}; keyboard layout was US. @@ keyboard layout
Escalated to {p2}. Root cause: expired intermediate certificate on the proxy. Tell {NN}. @@ certificate proxy
Her NHS line {telintl} was ported; voicemail PIN {pin}. Trunk re-registered. @@ Trunk
`
