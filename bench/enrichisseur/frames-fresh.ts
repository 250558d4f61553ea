/** Written once the rules passed the sets before, with people of their own. */
export const freshFrames = `
Suite au d\u00e9part de {p}, sa bo\u00eete ({mail}) est redirig\u00e9e vers {p2}. Licence lib\u00e9r\u00e9e, d\u00e9l\u00e9gation pos\u00e9e. @@ Licence d\u00e9l\u00e9gation
On a essay\u00e9 avec {login} / {pw} puis avec le compte de {first2}, m\u00eame erreur 691 du VPN, horloge du poste d\u00e9cal\u00e9e. @@ erreur VPN horloge
{first} ? c'est {first2}. Peux-tu regarder la caisse, elle ne lit plus les codes-barres ; douchette reprogramm\u00e9e. @@ caisse douchette
Signature : {p} \u2014 Cadre de sant\u00e9 \u2014 T\u00e9l. {tel} \u2014 Port. {telintl} @@ Cadre sant\u00e9
Note interne : client tr\u00e8s \u00e9nerv\u00e9 ({M} {N}), le rappeler avant midi au {tel}. Fibre coup\u00e9e par des travaux, op\u00e9rateur pr\u00e9venu. @@ Fibre op\u00e9rateur
l'ordi de {n} affiche \u00ab mot de passe incorrect \u00bb, il tape {pw} alors que c'est {pw}, verrouillage majuscules activ\u00e9 @@ majuscules
{N}-{N2} est le nouveau nom de {first} : compte renomm\u00e9, adresse de messagerie secondaire conserv\u00e9e. @@ messagerie secondaire
Machine {pc}, IP {ip}, utilisateur connect\u00e9 {login} : carte r\u00e9seau en 100 Mb, c\u00e2ble Cat5 remplac\u00e9. @@ carte c\u00e2ble
Compte-rendu de {Dr} {N} introuvable dans le dossier de {p2}, index de recherche reconstruit. @@ index recherche
RDV fix\u00e9 avec {first} {last_initial}., {addr}, digicode {pin}. Baie refroidie, ventilateur chang\u00e9. @@ Baie ventilateur
{Mme} {N}, {Mme} {N2} et {first} n'ont plus de son dans les visios, pilote audio restaur\u00e9. @@ pilote audio
I spoke to {first} and to {n2}; neither can scan to e-mail because SMTP authentication had expired. @@ SMTP authentication
{p}'s monitor flickers ({serial}), cable swapped with the one of {first2}. @@ cable
Forwarded by {mail}: "{pw}" was rejected as password for {login}; keyboard layout was US. @@ keyboard layout
Escalated to {p2}. Root cause: expired intermediate certificate on the proxy. Tell {NN}. @@ certificate proxy
Her NHS line {telintl} was ported; voicemail PIN {pin}. Trunk re-registered. @@ Trunk
`
