/** Key, name and mail domain of the clients of the bench. */
export const clientRows = `
platanes | Clinique des Platanes | clinique-platanes.example
mimosas | EHPAD Les Mimosas | ehpad-mimosas.example
valrose | Mairie de Valrose | mairie-valrose.example
ferrer | Ferrer Avocats | ferrer-avocats.example
oceane | Laboratoire Oc\u00e9ane | labo-oceane.example
guilhem | Transports Guilhem | transports-guilhem.example
bellerive | H\u00f4tel Bellerive | hotel-bellerive.example
ursule | Institution Sainte-Ursule | sainte-ursule.example
northgate | Northgate Logistics | northgate-logistics.example
harbour | Harbour Clinic | harbour-clinic.example
`

/** Login, name, client and flags of the people of the bench. */
export const peopleRows = `
alice.morel | Alice Morel | platanes
benoit.navarro | Beno\u00eet Navarro | platanes
celine.vasquez | C\u00e9line Vasquez | platanes
david.lefebvre | David Lefebvre | platanes
elodie.rousseau | \u00c9lodie Rousseau | platanes
francois.girard | Fran\u00e7ois Girard | platanes | vip
helene.bonnet | H\u00e9l\u00e8ne Bonnet | platanes
jean-marc.olivier | Jean-Marc Olivier | platanes
karim.benali | Karim Benali | platanes
lea.martin | L\u00e9a Martin | platanes
lea.martin2 | L\u00e9a Martin | platanes
mathilde.delatour | Mathilde de La Tour | platanes
adm.lefebvre | David Lefebvre (admin) | platanes | privileged
sroux | Sandrine Roux | mimosas
mfernandez | Maria Fernandez | mimosas
tpetit | Thierry Petit | mimosas
jcartier | Jo\u00eblle Cartier | mimosas | vip
vblanc | V\u00e9ronique Blanc | mimosas
aguerin | Aur\u00e9lie Gu\u00e9rin | mimosas
pduval | Pascal Duval | mimosas
cmeunier | Chantal Meunier-Lopez | mimosas
nsow | Nd\u00e8ye Sow | mimosas
dupuis.c | Christian Dupuis | valrose
lemoine.a | Annick Lemoine | valrose
garnier.s | St\u00e9phane Garnier | valrose
perez.l | Lucie Perez | valrose
barbier.r | Roland Barbier | valrose | vip
simon.f | Florence Simon | valrose
colin.m | Ma\u00eblle Colin | valrose
mferrer | Marc Ferrer | ferrer | vip
jdesnoyers | Julie Desnoyers | ferrer
opinto | Olivier Pinto | ferrer
clacroix | Camille Lacroix | ferrer
samira.haddad | Samira Haddad | oceane
yves.lecoq | Yves Le Coq | oceane
noemie.gaillard | No\u00e9mie Gaillard | oceane
pierre-yves.marchal | Pierre-Yves Marchal | oceane
odile.renaud | Odile Renaud | oceane
lguilhem | Luc Guilhem | guilhem | vip
rcosta | Ricardo Costa | guilhem
fmartel | Fabienne Martel | guilhem
gsanchez | Ga\u00ebl Sanchez | guilhem
bhamel | Bernadette Hamel | guilhem
reception.chef | Sophie Aubry | bellerive
t.nguyen | Tuan Nguyen | bellerive
c.briand | Clotilde Briand | bellerive
m.dasilva | Miguel Da Silva | bellerive
e.kowalski | Ewa Kowalski | bellerive
a.besson | Anne Besson | ursule
r.thomas | R\u00e9mi Thomas | ursule
i.lambert | Isabelle Lambert | ursule
p.charpentier | Paule Charpentier | ursule
z.mansouri | Zineb Mansouri | ursule
j.carter | James Carter | northgate
e.wright | Emily Wright | northgate
s.patel | Sanjay Patel | northgate
m.oconnor | Megan O'Connor | northgate
d.hughes | Daniel Hughes | northgate
l.chen | Lily Chen | northgate
r.walker | Robert Walker | northgate | vip
k.jones | Kevin Jones | northgate
k.jones2 | Kevin Jones | northgate
anna.schmidt | Anna Schmidt | harbour
peter.lindqvist | Peter Lindqvist | harbour
grace.okafor | Grace Okafor | harbour
tom.baker | Tom Baker | harbour
helen.macdonald | Helen MacDonald | harbour
ruth.adeyemi | Ruth Adeyemi | harbour
nick.fraser | Nick Fraser | harbour | vip
`
