import { parseTable } from './table.ts'

const columns = ['name', 'client', 'title', 'department', 'flags', 'groups'] as const

// Flags: locked disabled vip service admin change expired, or login=<login> where the usual form is taken.
/** The people of the demo directory, one per line. */
export const peopleRows = parseTable(
  columns,
  `
Jean Dupont | EHPAD Les Jardins | Infirmier coordinateur | Soins | | Dossier-Resident, VPN
Nadia Cherif | EHPAD Les Jardins | Directrice d'établissement | Direction | vip | Direction, VPN
Marie Martin | EHPAD Les Jardins | Aide-soignante | Soins | | Dossier-Resident
Lucas Perrin | EHPAD Les Jardins | Agent d'accueil | Accueil | locked | Accueil
Sandrine Gomez | EHPAD Les Jardins | Secrétaire médicale | Administration | change | Administration, Dossier-Resident
Olivier Faure | EHPAD Music Art | Directeur d'établissement | Direction | vip | Direction, VPN
Élodie Lambert | EHPAD Music Art | Infirmière | Soins | locked | Dossier-Resident
Thomas Nguyen | EHPAD Music Art | Animateur | Animation | | Animation
Valérie Blanc | EHPAD Music Art | Comptable | Administration | expired | Administration, Comptabilite
Claire Fontaine | Clinique Saint-Jean | Directrice générale | Direction | vip | Direction, VPN
Marie Martin | Clinique Saint-Jean | Cadre de santé | Bloc opératoire | login=marie.martin2 | Dossier-Patient, Bloc
Philippe Garnier | Clinique Saint-Jean | Responsable biomédical | Biomédical | | Biomedical, VPN
Sofia Rodriguez | Clinique Saint-Jean | Secrétaire médicale | Consultations | locked | Dossier-Patient
Antoine Mercier | Clinique Saint-Jean | Chirurgien | Bloc opératoire | vip | Dossier-Patient, Bloc, Imagerie
Hélène Caron | Clinique Saint-Jean | Gestionnaire de paie | Ressources humaines | | Paie, Administration
Kevin Lopez | Clinique Saint-Jean | Brancardier | Logistique | disabled | Logistique
Isabelle Roux | Clinique Saint-Joseph | Directrice des soins | Direction | vip | Direction, Dossier-Patient, VPN
David Marchand | Clinique Saint-Joseph | Responsable informatique | Informatique | | Informatique, VPN
Camille Renard | Clinique Saint-Joseph | Pharmacienne | Pharmacie | | Dossier-Patient, Pharmacie
Yann Le Goff | Clinique Saint-Joseph | Anesthésiste | Bloc opératoire | locked | Dossier-Patient, Bloc
Laurence Petit | Clinique Saint-Joseph | Agent d'accueil | Accueil | expired | Accueil
Paul Martin | Cabinet Dr Martin | Médecin généraliste | Cabinet | vip | Dossier-Patient, VPN
Josiane Bertrand | Cabinet Dr Martin | Secrétaire médicale | Cabinet | | Dossier-Patient
Rachid Amrani | Clinique du Vidourle | Responsable informatique | Informatique | | Informatique, VPN
Anne-Sophie Vidal | Clinique du Vidourle | Infirmière de bloc | Bloc opératoire | | Dossier-Patient, Bloc
Bruno Teyssier | Clinique du Vidourle | Directeur administratif | Direction | vip | Direction, Comptabilite, VPN
Mélanie Castel | Centre d'imagerie du Lez | Manipulatrice radio | Imagerie | | Imagerie
Gérard Pons | Centre d'imagerie du Lez | Radiologue | Imagerie | vip, locked | Imagerie, VPN
Aurélie Sanchez | Laboratoire Biolittoral | Biologiste | Plateau technique | | Laboratoire, VPN
Maxime Brun | Laboratoire Biolittoral | Technicien de laboratoire | Plateau technique | change | Laboratoire
Patricia Olivier | EHPAD Les Tilleuls | Directrice d'établissement | Direction | | Direction, VPN
Samir Haddad | EHPAD Les Tilleuls | Agent de maintenance | Technique | | Technique
Christine Aubert | EHPAD La Roseraie | Infirmière coordinatrice | Soins | | Dossier-Resident, VPN
Jérôme Pascal | EHPAD La Roseraie | Cuisinier | Restauration | disabled | Restauration
Brigitte Salles | EHPAD Résidence Bellevue | Secrétaire de direction | Administration | | Administration
Florian Gauthier | Maison de santé des Garrigues | Médecin généraliste | Médecine | | Dossier-Patient, VPN
Nathalie Serrano | Pharmacie de la Comédie | Pharmacienne titulaire | Officine | | Officine
Marc Escudier | Pharmacie du Canal | Préparateur | Officine | locked | Officine
Julie Arnaud | Cabinet dentaire Arnaud & Roche | Chirurgien-dentiste | Cabinet | | Dossier-Patient
Romain Fabre | Kinésithérapie Les Arènes | Masseur-kinésithérapeute | Cabinet | | Dossier-Patient
Véronique Maurel | Centre de rééducation Mer et Soleil | Cadre de rééducation | Rééducation | | Dossier-Patient, Direction
Hugo Delorme | Centre de rééducation Mer et Soleil | Ergothérapeute | Rééducation | | Dossier-Patient
Sylvie Granier | Clinique vétérinaire du Pont | Vétérinaire | Clinique | | Clinique
Karine Bousquet | HAD Occitanie Est | Coordinatrice des soins | Coordination | | Dossier-Patient, VPN
Mickaël Ribes | HAD Occitanie Est | Infirmier à domicile | Soins | expired | Dossier-Patient, VPN
Monique Chabert | Association Les Genêts d'Or | Éducatrice spécialisée | Foyer | | Foyer
Denis Malaval | SSIAD Cœur d'Hérault | Responsable de secteur | Soins | | Dossier-Patient
Fabien Cros | Ambulances Cévenoles | Régulateur | Régulation | | Regulation
Céline Barthe | Optique Lumière | Opticienne | Magasin | | Magasin
Édouard Vidal | Notaires Vidal & Associés | Notaire associé | Étude | vip | Etude, VPN
Sabine Puig | Notaires Vidal & Associés | Clerc de notaire | Étude | | Etude
Laurent Ferrand | Cabinet comptable Ferrand | Expert-comptable | Bureaux | | Comptabilite, VPN
Stéphane Delmas | Transports Delmas | Gérant | Direction | | Direction, VPN
Corinne Vasseur | Transports Delmas | Exploitante transport | Exploitation | | Exploitation
Guillaume Roussel | Menuiserie Roussel | Gérant | Atelier | | Atelier
Agnès Coste | Domaine de la Source | Responsable du caveau | Caveau | | Caveau
Thierry Bonnet | Garage Bonnet | Chef d'atelier | Atelier | | Atelier
Pascale Jourdan | Mairie de Saint-Clément | Secrétaire générale | Administration | | Administration, VPN
Alain Texier | Mairie de Saint-Clément | Agent d'état civil | État civil | disabled | Etat-Civil
Marion Sicard | Hôtel Le Grand Sud | Chef de réception | Réception | | Reception
Manon Martin | WIDIP | Technicienne support | Support | login=mmartin | Techniciens
Julien Dupont | WIDIP | Technicien support | Support | login=jdupont | Techniciens
Sophie Legrand | WIDIP | Technicienne réseau | Réseau | login=slegrand | Techniciens, Reseau
Amine Benali | WIDIP | Responsable du support | Support | login=abenali | Techniciens, Responsables
Pierre Moreau | WIDIP | Responsable d'exploitation | Réseau | login=pmoreau | Techniciens, Reseau, Responsables
Karim Hora | WIDIP | Directeur technique | Direction | login=khora, vip | Responsables
Administration Moreau | WIDIP | Compte d'administration | Réseau | login=adm-pmoreau, admin | Administrateurs
Administration Hora | WIDIP | Compte d'administration | Direction | login=adm-khora, admin | Administrateurs
Administration Marchand | Clinique Saint-Joseph | Compte d'administration | Informatique | login=adm-dmarchand, admin | Administrateurs
Service Sauvegarde | WIDIP | Compte de service : sauvegardes | Exploitation | login=svc-sauvegarde, service | Services
Service Supervision | WIDIP | Compte de service : supervision | Exploitation | login=svc-supervision, service | Services
Service Messagerie | WIDIP | Compte de service : messagerie | Exploitation | login=svc-messagerie, service | Services
Service Numérisation | Clinique Saint-Jean | Compte de service : copieurs | Exploitation | login=svc-scan-stjean, service, locked | Services
`,
)
